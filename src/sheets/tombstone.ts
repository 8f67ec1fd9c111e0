import type { Article } from '../archive/article.ts';
import { hasArticlesOn } from '../articles.ts';

/** Everything that the page of a withdrawn article shows. */
export function tombstoneSheet(date: string, withdrawn: NonNullable<Article['withdrawn']>) {
  // A day has a page where another article of it stands.
  return { date, withdrawn, hasDay: hasArticlesOn(date) };
}

export type TombstoneSheet = ReturnType<typeof tombstoneSheet>;
