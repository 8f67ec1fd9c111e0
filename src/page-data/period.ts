import { articles, type PublishedArticle } from '../content/queries/articles.ts';
import { byPeriod } from '../domain/article/chronology.ts';
import { type ListPage, listPages } from '../domain/pager.ts';
import { site } from '../site.ts';
import { listingOf } from './listing.ts';
import { paths } from './paths.ts';

/** A page of a year, month or day. */
export interface PeriodPage {
  /** `2023`, `2023-10` or `2023-10-16`. */
  period: string;
  /** How many articles there are of the period. */
  total: number;
  /** The months of a year or the days of a month that hold articles, each with their number. */
  parts: readonly { part: string; articles: number }[];
  list: ListPage<PublishedArticle>;
  /** The periods of the same length that hold articles, before and after. */
  earlier: string | undefined;
  later: string | undefined;
}

/** Everything that a page of a year, month or day shows. */
export function periodPageData({ list, ...page }: PeriodPage) {
  return {
    ...page,
    number: list.number,
    count: list.count,
    articles: list.items.map(listingOf),
  };
}

export type PeriodPageData = ReturnType<typeof periodPageData>;

function partsOf(filed: readonly PublishedArticle[], length: 4 | 7 | 10): PeriodPage['parts'] {
  if (length === 10) return [];
  return [...byPeriod(filed, length === 4 ? 7 : 10)].map(([part, here]) => ({
    part,
    articles: here.length,
  }));
}

/** The paths of all years (4), months (7) or days (10 characters). */
export function periodPaths(length: 4 | 7 | 10) {
  const periods = [...byPeriod(articles(), length)];
  const all = periods.flatMap(([period, filed], index) => {
    const [year, month, day] = period.split('-');
    const [earlier] = periods[index - 1] ?? [];
    const [later] = periods[index + 1] ?? [];
    const parts = partsOf(filed, length);
    return listPages(filed, site.pageSize).map((list) => ({
      params: { year, month, day, page: list.number === 1 ? undefined : `page-${list.number}` },
      props: { period, total: filed.length, parts, list, earlier, later } satisfies PeriodPage,
    }));
  });
  return paths(all, periodPageData);
}
