import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import { PAGE_SIZE } from '../../../domain/search/layout.ts';
import type { Part } from '../../../domain/search/query/part.ts';
import type { SearchState } from '../../../domain/search/state.ts';
import type { TextEngine } from '../texts/engine.ts';

/** How many of the best articles are compared by how near to each other they have the words. */
const COMPARED = 40;
/** How much more an article ranks that has all words one after another. */
const NEAR = 0.5;
/** Of more words the places are not read. */
const MOST_WORDS = 6;

/** Articles in the order asked for. @param parts of the query that they have */
export async function inOrder(
  articles: readonly ArticleNumber[],
  sort: SearchState['sort'],
  rank: (article: ArticleNumber) => number,
  parts: readonly Part[],
  texts: TextEngine,
): Promise<ArticleNumber[]> {
  if (sort === 'newest') return articles.toSorted((a, b) => b - a);
  if (sort === 'oldest') return articles.toSorted((a, b) => a - b);
  const byRank = articles.toSorted((a, b) => rank(b) - rank(a) || b - a);
  const words = parts.flatMap(({ type, words }) =>
    type === 'word' || type === 'name' ? (words.at(-1) ?? []) : [],
  );
  // Where all are on one page, what is near is seen there.
  if (words.length < 2 || words.length > MOST_WORDS || byRank.length <= PAGE_SIZE) return byRank;
  const best = byRank.slice(0, COMPARED);
  const nearness = await texts.nearness(words, new Set(best));
  const raised = (article: ArticleNumber) =>
    rank(article) * (1 + NEAR * (nearness.get(article) ?? 0));
  best.sort((a, b) => raised(b) - raised(a) || b - a);
  return [...best, ...byRank.slice(COMPARED)];
}
