import type { PublishedArticle } from '../content/queries/articles.ts';
import { byPeriod } from '../domain/article/chronology.ts';

/** How many years are shown month by month; the list of years has all. */
const MOST_YEARS = 12;

const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0'));

/** The number of articles in each month of the latest years with articles, the latest year first. */
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
