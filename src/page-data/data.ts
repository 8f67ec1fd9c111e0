import { articles } from '../content/queries/articles.ts';
import { claims } from '../content/queries/figures.ts';

/** Everything that the page about the data shows. */
export function dataPageData() {
  const all = articles();
  const latest = all.at(-1);
  return {
    claims: claims().length,
    articles: all.length,
    example: (all.findLast(({ data }) => data.text !== 'none') ?? latest)?.id,
    day: latest?.data.date,
  };
}

export type DataPageData = ReturnType<typeof dataPageData>;
