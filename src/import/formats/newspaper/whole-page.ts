import { basename } from 'node:path';
import type { LocalFile } from '../../media/source-medium.ts';
import type { Reading } from '../../source-document.ts';
import { dayInName } from '../markdown/unpublished.ts';
import type { Source } from '../source.ts';
import type { ScannedPage } from './alto.ts';
import { articleOf, type Piece, type Said } from './article.ts';
import { dayOfPage } from './page-day.ts';
import { picturesLeftOut } from './pictures.ts';
import { type Scan, Scans } from './scan.ts';

/** A page as an article: all of its blocks, in order. */
export function wholePage(
  { blocks, pictures }: ScannedPage,
  said: Said,
  scans: readonly Scan[] = [],
): Reading {
  const filled = [...blocks.values()].filter(({ lines }) => lines.length > 0);
  const pieces = filled.map((block): Piece => ({ kind: 'text', blocks: [block] }));
  const notes = [
    `it is a whole page (${filled.length === 1 ? 'one block' : `${filled.length} blocks`}), in which several articles may stand`,
    ...said.notes,
    ...(pictures > 0 ? [picturesLeftOut(pictures)] : []),
  ];
  return articleOf(pieces, { ...said, notes }, scans);
}

/**
 * A page of a file that says of no article where it begins, with the scan that lies beside it. What it is, is said by
 * headline or day of its article: what its file is called tells a reader nothing.
 *
 * @param words the page’s own words with their places
 * @param ofPage which page of its file it is, from 1, where that has several
 */
export async function pageAlone(
  { path, head }: Pick<Source, 'path' | 'head'>,
  page: ScannedPage,
  words: LocalFile | undefined,
  { notes = [], lang, ofPage }: Partial<Pick<Said, 'notes' | 'lang'>> & { ofPage?: number } = {},
): Promise<Reading> {
  const said = { date: dayOfPage(path ?? head.name) ?? dayInName(path ?? head.name), lang, notes };
  if (path === undefined || words === undefined) return wholePage(page, said);
  const found = await new Scans(path).of({ scan: page.scan, alto: basename(path), named: [] });
  const medium = found && {
    ...found,
    ...(ofPage !== undefined && { ofPage }),
    words: [{ as: 'ocr' as const, references: [], local: words }],
  };
  return wholePage(page, said, medium && [{ blocks: new Set(page.order), medium }]);
}
