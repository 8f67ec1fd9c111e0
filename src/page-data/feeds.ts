import { appearancesOf, records } from '../content/queries/articles.ts';
import { KINDS } from '../domain/authorities/authority.ts';
import { hasFeed } from '../domain/authorities/feed-of-name.ts';

/** Everything that the page about feeds shows: how many names have one, and one that has none as an example. */
export function feedsPageData() {
  const named = KINDS.flatMap((kind) =>
    records(kind).map(({ id, data }) => {
      const articles = appearancesOf(kind, id).length;
      return { kind, id, name: data.name, articles };
    }),
  );
  return {
    followed: named.filter(({ articles }) => hasFeed(articles)).length,
    names: named.length,
    example: named
      .filter(({ articles }) => articles > 0 && !hasFeed(articles))
      .toSorted((a, b) => b.articles - a.articles)
      .slice(0, 1)
      .map(({ kind, id, name }) => ({ kind, id, name }))
      .at(0),
  };
}

export type FeedsPageData = ReturnType<typeof feedsPageData>;
