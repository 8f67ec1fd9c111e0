import type { Query } from './queries.ts';

/** How many results are judged: those of a first page. */
export const JUDGED = 10;

/** What results are worth, the first counting most: the sum of grades over the logarithm of their places. */
const gain = (grades: readonly number[]): number =>
  grades.slice(0, JUDGED).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);

/** The grades of results in their order. A text that was filed twice is worth something once. */
function gradesOf(ids: readonly string[], { wanted, same }: Query): number[] {
  const again = ids.find((id) => same.includes(id));
  return ids.map((id) => (same.includes(id) && id !== again ? 0 : (wanted.get(id) ?? 0)));
}

/**
 * The normalised discounted cumulative gain of a first page (nDCG@10, Järvelin and Kekäläinen 2002): 1 where it has all
 * that is wanted, the most wanted first; 0 where it has none of it.
 *
 * @param ids of the articles found, in their order
 */
export function pageGain(ids: readonly string[], query: Query): number {
  const best = [...query.wanted]
    .filter(([id]) => !query.same.slice(1).includes(id))
    .map(([, grade]) => grade)
    .toSorted((a, b) => b - a);
  return gain(gradesOf(ids, query)) / gain(best);
}

/** Whether the first result is one that is wanted as much as any. */
export const isFirstWanted = ([first = '']: readonly string[], { wanted }: Query): boolean =>
  (wanted.get(first) ?? 0) === Math.max(...wanted.values());
