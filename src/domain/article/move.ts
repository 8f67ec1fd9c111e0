import type { AuthorityRecord, Kind } from '../authorities/authority.ts';
import { subjectOf } from '../figures/series.ts';
import { articlePath, facetValuePath, recordPath, subjectPath } from '../url.ts';
import type { Article, Heading } from './article.ts';

/** An old path, and the path that replaces it. */
export interface Move {
  from: string;
  to: string;
  /** The title of what is there, such as a headline or a name. */
  name: string;
}

/** What `movesOf` needs of an article. */
interface MovedArticle {
  id: string;
  data: Pick<Article, 'formerly' | 'withdrawn' | 'figures'> & { heading: Pick<Heading, 'text'> };
}

interface MovedRecord {
  kind: Kind;
  id: string;
  data: Pick<AuthorityRecord, 'formerly' | 'name'>;
}

type PathOf = (id: string) => string;

/**
 * The pages of the figures of each place and counter. The outer key is `places/<id>` or `organisations/<id>`, the inner
 * one a path; the value makes that path from an id.
 */
function figurePages(articles: readonly MovedArticle[]): Map<string, Map<string, PathOf>> {
  const pages = new Map<string, Map<string, PathOf>>();
  const add = (kind: Kind, id: string, pathOf: PathOf) => {
    const key = `${kind}/${id}`;
    pages.set(key, (pages.get(key) ?? new Map()).set(pathOf(id), pathOf));
  };
  for (const { data } of articles)
    for (const figure of data.withdrawn ? [] : data.figures) {
      const subject = subjectOf(figure);
      add('places', figure.place, (place) => facetValuePath('place', place));
      add('places', figure.place, (place) => subjectPath({ ...subject, place }));
      add('organisations', figure.countedBy, (id) => facetValuePath('counter', id));
    }
  return pages;
}

/** The moves of articles and records, sorted by old path. Those of a withdrawn article lead to its tombstone. */
export function movesOf(articles: Iterable<MovedArticle>, records: Iterable<MovedRecord>): Move[] {
  const all = [...articles];
  const ofFigures = figurePages(all);
  const ofArticles = all.flatMap(({ id, data }) => {
    const name = data.withdrawn ? 'the notice of its withdrawal' : data.heading.text;
    return data.formerly.map((from) => ({ from, to: articlePath(id), name }));
  });
  const ofRecords = [...records].flatMap(({ kind, id, data }) =>
    data.formerly.flatMap((old) => [
      { from: recordPath(kind, old), to: recordPath(kind, id), name: data.name },
      ...[...(ofFigures.get(`${kind}/${id}`) ?? [])].map(([to, pathOf]) => ({
        from: pathOf(old),
        to,
        name: `the figures of ${data.name}`,
      })),
    ]),
  );
  return [...ofArticles, ...ofRecords].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
