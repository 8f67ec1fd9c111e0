import type { Correction } from '../../domain/article/correction.ts';
import {
  FORMER_TEXTS_PATH,
  type FormerText,
  markOfId,
  type ParagraphsFile,
  paragraphsPath,
  QUOTE_INDEX_PATH,
  type QuoteIndex,
  type Standing,
} from '../../domain/quotation/layout.ts';

/** What the index needs of an article. */
export interface QuotedArticle {
  id: string;
  paragraphIds: readonly string[];
  corrections: readonly Correction[];
  became: readonly (readonly string[])[];
}

/** How many paragraphs a file has at most, on average: about 40 KB, 15 KB packed. */
const IN_FILE = 800;
/** How many bits of an id name its file, so that no file of the index gets too large, and none is small. */
export const partBits = (paragraphs: number): number =>
  Math.max(0, Math.ceil(Math.log2(paragraphs / IN_FILE)));

/** Whether what a correction replaced were words that a reader read: of a text, a headline, or what is told of a medium. */
const isOfWords = (was: string): boolean =>
  /^(?:[mop]-|title$|summary$)/u.test(was) && !was.endsWith('.dateCreated');

/** The files of the index by their paths, in the order of the articles. */
export function quoteFiles(articles: readonly QuotedArticle[]): Map<string, unknown> {
  const standings = new Map<string, Standing[]>();
  const add = (id: string, standing: Standing) => {
    const known = standings.get(markOfId(id)) ?? [];
    // A text that stands twice in an article counts once.
    if (!known.some(([article, until]) => article === standing[0] && until === standing[1]))
      standings.set(markOfId(id), [...known, standing]);
  };
  const former: FormerText[] = [];
  for (const { id, paragraphIds, corrections, became } of articles) {
    for (const paragraph of paragraphIds) add(paragraph, [id]);
    corrections.forEach(({ was, text, date }, index) => {
      if (was === undefined || text === undefined || paragraphIds.includes(was)) return;
      if (!isOfWords(was)) return;
      if (was.startsWith('p-')) add(was, [id, date]);
      former.push({ article: id, date, was, text, became: became[index] ?? [] });
    });
  }
  const bits = partBits(standings.size);
  const sorted = [...standings].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = Map.groupBy(sorted, ([mark]) => paragraphsPath(mark, bits));
  const index: QuoteIndex = { bits, articles: articles.length };
  return new Map<string, unknown>([
    [QUOTE_INDEX_PATH, index],
    [FORMER_TEXTS_PATH, former],
    ...[...parts].map(([path, entries]): [string, ParagraphsFile] => [
      path,
      // biome-ignore lint/plugin: JSON has no other form for it; it is read by keys of its own alone.
      Object.fromEntries(entries),
    ]),
  ]);
}
