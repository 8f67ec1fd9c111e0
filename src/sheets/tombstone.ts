import { type ArticleEntry, hasArticlesOn } from '../articles.ts';

/** Everything that the page of a withdrawn article shows. */
export function tombstoneSheet({ data }: ArticleEntry) {
  const { date, withdrawn } = data;
  // A day has a page where another article of it stands.
  return { date, withdrawn, hasDay: hasArticlesOn(date) };
}

export type TombstoneSheet = ReturnType<typeof tombstoneSheet>;
