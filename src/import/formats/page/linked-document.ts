import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import type { Block } from './block.ts';

/** Documents that were saved with a page, to which its text links. */

/** The most of one page. */
const MOST = 100;

/** Whether a reference is a path from the page, and no whole address. */
const isRelative = (reference: string) => !/^(?:[a-z][a-z\d+.-]{0,20}:|\/|#)/iu.test(reference);

const isDocument = (reference: string) =>
  reference.split(/[?#]/u, 1).join('').toLowerCase().endsWith('.pdf');

/** The documents to which blocks of a page link by a path from it, each once, called by the words of its link. */
export function linkedDocuments(blocks: readonly Pick<Block, 'element'>[]): SourceMedium[] {
  const found = new Map<string, SourceMedium>();
  for (const { element } of blocks)
    for (const link of element.querySelectorAll('a[href]')) {
      const reference = link.getAttribute('href')?.trim() ?? '';
      if (!isRelative(reference) || !isDocument(reference) || found.size >= MOST) continue;
      const caption = found.get(reference)?.caption ?? asLine(link.textContent, 500);
      found.set(reference, { kind: 'document', references: [reference], caption });
    }
  return [...found.values()];
}
