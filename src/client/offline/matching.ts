import { foldedWords } from '../../domain/language/fold.ts';
import type { OfflineNames, OfflineRecord } from '../../domain/search/offline-names.ts';

/** True where each word of the query is the beginning of a word of the text. */
const begins = (asked: readonly string[], words: readonly string[]) =>
  asked.every((one) => words.some((word) => word.startsWith(one)));

/** The result of a search: names, those with the most articles first, and articles by their headings, the latest first. */
export interface Found {
  records: OfflineRecord[];
  articles: OfflineNames['articles'];
}

/** Finds names, by any of their spellings, and headings. The beginning of each word is enough. */
export function match(query: string, { records, articles }: OfflineNames): Found {
  const asked = foldedWords(query);
  if (asked.length === 0) return { records: [], articles: [] };
  return {
    records: records
      .filter(({ spellings }) => spellings.some((spelling) => begins(asked, spelling.split(' '))))
      .toSorted((a, b) => b.articles - a.articles),
    articles: articles.filter(([heading]) => begins(asked, foldedWords(heading))),
  };
}
