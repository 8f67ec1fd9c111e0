import { articles } from '../content/queries/articles.ts';
import { paragraphsOf } from '../content/queries/texts.ts';

/** Everything that the page about the archive shows: an article to cite, and a paragraph to link to. */
export function aboutPageData() {
  const latest = articles().findLast(({ data }) => data.text !== 'none');
  const [paragraph] = latest ? paragraphsOf(latest.id) : [];
  return {
    example: latest &&
      paragraph && {
        id: latest.id,
        date: latest.data.date,
        heading: latest.data.heading.text,
        paragraph,
      },
  };
}

export type AboutPageData = ReturnType<typeof aboutPageData>;
