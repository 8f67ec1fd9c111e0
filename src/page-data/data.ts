import { articles } from '../content/queries/articles.ts';
import { claims } from '../content/queries/figures.ts';
import { byPeriod } from '../domain/article/chronology.ts';
import { hasListsByYear } from '../outputs/data/article-list.ts';

/** Everything that the page about the data shows. */
export function dataPageData() {
  const all = articles();
  const latest = all.at(-1);
  return {
    claims: claims().length,
    articles: all.length,
    years: hasListsByYear(all.length) ? [...byPeriod(all, 4).keys()] : [],
    example: (all.findLast(({ data }) => data.text !== 'none') ?? latest)?.id,
    day: latest?.data.date,
  };
}

export type DataPageData = ReturnType<typeof dataPageData>;
