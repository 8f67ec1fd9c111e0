import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { KEPT, keep, valueAt } from './kept-keys.ts';

/** Deeper trees of pages are no work of a program that makes documents. */
const MOST_NODES = 50_000;

/** The pages of a document in order. Of each, and of what they stand in, what readers need is kept. @throws UnsoundFile */
export function strippedPages(catalogue: PDFObject | undefined, context: PDFContext): PDFDict[] {
  const pages: PDFDict[] = [];
  const seen = new Set<PDFObject>();
  const open = [valueAt(catalogue, 'Pages')];
  for (let one = open.pop(); one; one = open.pop()) {
    if (!(one instanceof PDFDict) || seen.has(one)) continue;
    seen.add(one);
    mustHold(seen.size < MOST_NODES, 'The PDF has too many pages.');
    const kids = valueAt(one, 'Kids');
    if (!(kids instanceof PDFArray)) {
      keep(one, KEPT.page);
      pages.push(one);
      continue;
    }
    keep(one, KEPT.pages);
    for (let at = kids.size() - 1; at >= 0; at--) {
      const kid = kids.lookup(at);
      if (kid) open.push(kid);
    }
  }
  mustHold(pages.length > 0, 'The PDF has no page.');
  const shown = new Set<PDFObject>(pages);
  // What is none of its pages, such as a template that a script would show, may be named by links and structure.
  for (const [, object] of context.enumerateIndirectObjects())
    if (valueAt(object, 'Type') === PDFName.of('Page') && !shown.has(object))
      keep(object, new Set(['Type']));
  return pages;
}
