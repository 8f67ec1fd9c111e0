import { hasArticlesOn } from '../content/queries/articles.ts';
import type { Article } from '../domain/article/article.ts';

/** Everything that the page of a withdrawn article shows. */
export function tombstonePageData(date: string, withdrawn: NonNullable<Article['withdrawn']>) {
  // A day has a page where another article of it stands.
  return { date, withdrawn, hasDay: hasArticlesOn(date) };
}

export type TombstonePageData = ReturnType<typeof tombstonePageData>;
