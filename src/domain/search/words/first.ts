import { PAGE_SIZE } from '../layout.ts';

/** From so many articles on, the file of a word has the ids of those that are shown first. */
export const FEWEST_WITH_FIRST = 3;

/**
 * The articles of a term in the order of results, as many as a page shows: those where it weighs most, the latest first
 * where it weighs the same.
 *
 * @param weights by the number of the article
 */
export const firstOf = (weights: Iterable<readonly [article: number, weight: number]>): number[] =>
  [...weights]
    .toSorted(([a, one], [b, other]) => other - one || b - a)
    .slice(0, PAGE_SIZE)
    .map(([article]) => article);
