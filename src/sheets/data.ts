import { byPeriod } from '../archive/chronology.ts';
import { articles } from '../articles.ts';
import { claims } from '../claims.ts';
import { hasListsByYear } from '../data/article-list.ts';

/** Everything that the page about the data shows. */
export function dataSheet() {
  const all = articles();
  const latest = all.at(-1);
  return {
    claims: claims().length,
    articles: all.length,
    years: hasListsByYear(all.length) ? [...byPeriod(all, 4).keys()] : [],
    example: latest?.id,
    day: latest?.data.date,
  };
}

export type DataSheet = ReturnType<typeof dataSheet>;
