import { ArticleNumbers } from '../../../domain/search/words/article-numbers.ts';
import { FEWEST_WITH_FIRST, firstOf } from '../../../domain/search/words/first.ts';
import { articlesIn, rowsOf } from '../../../domain/search/words/posting.ts';
import { weightOf } from '../../../domain/search/words/weight.ts';
import type { MergedTerm } from './merging.ts';

/** Gives the ids of the articles that a term shows first, with spaces between; empty where it has few. */
export type FirstIds = (term: Pick<MergedTerm, 'pieces'>) => string;

/**
 * @param batches how many articles each has, as the manifest says it
 * @param articles in the order of time
 */
export function firstIdsOf(batches: string, articles: readonly { id: string }[]): FirstIds {
  const numbers = new ArticleNumbers(batches);
  return ({ pieces }) => {
    const [row] = rowsOf(pieces);
    const all = articlesIn(row);
    if (all.length < FEWEST_WITH_FIRST) return '';
    const weights = all.map(
      ([number, step]) => [numbers.articleAt(number), weightOf(step)] as const,
    );
    return firstOf(weights)
      .map((article) => articles[article]?.id ?? '')
      .join(' ');
  };
}
