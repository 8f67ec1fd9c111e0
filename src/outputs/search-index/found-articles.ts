import { byTime } from '../../domain/article/chronology.ts';
import type { IndexedArticle } from './filing.ts';

/** An article as a store has it. */
interface Filed {
  id: string;
  entry: Omit<IndexedArticle, 'id'> &
    Parameters<typeof byTime>[0]['data'] & { draft: boolean; withdrawn?: object | undefined };
}

/** The articles that search finds: published and not withdrawn, in the order of time. */
export const foundArticles = <A extends Filed>(
  articles: readonly A[],
): (A['entry'] & { id: string })[] =>
  articles
    .filter(({ entry }) => !entry.draft && !entry.withdrawn)
    .map(({ id, entry }) => ({ id, data: entry }))
    .toSorted(byTime)
    .map(({ id, data }) => ({ ...data, id }));
