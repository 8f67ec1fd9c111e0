import type { PublishedArticle } from '../content/queries/articles.ts';
import { byPeriod } from '../domain/article/chronology.ts';

/** So many years are shown month by month; the list beside them has all years. */
const MOST_YEARS = 12;

const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0'));

/** How many articles the archive has of each month of the latest years, the latest year first; years without any have none. */
export function timeline(all: readonly PublishedArticle[]) {
  const months = byPeriod(all, 7);
  const years = [...byPeriod(all, 4).keys()].toReversed().slice(0, MOST_YEARS);
  return years.map((year) => ({
    year,
    months: MONTHS.map((month) => ({
      month: `${year}-${month}`,
      articles: months.get(`${year}-${month}`)?.length ?? 0,
    })),
  }));
}
