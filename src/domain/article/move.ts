import type { AuthorityRecord, Kind } from '../authorities/authority.ts';
import { subjectOf } from '../figures/series.ts';
import { articlePath, facetValuePath, recordPath, subjectPath } from '../url.ts';
import type { Article, Heading } from './article.ts';
import type { FormerAddress } from './former-address.ts';

/** An old path, and where what was there is now. */
export interface Move {
  from: string;
  to: string;
  /** What is there: a headline, a name. */
  name: string;
}

/** An article that may have stood elsewhere. */
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

/** The pages of the figures of places and of counters, by `places/<id>` and `organisations/<id>`: their paths, and how they are made of an id. */
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

/** The old paths of articles and records, in the order of the paths. Those of a withdrawn article lead to its tombstone. */
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

// Cloudflare Pages reads so many lines; for the rest there are the pages at the old paths, which work everywhere.
const MOST = 2000;

/**
 * The moves, and below them what a host had at other paths before, as Netlify and Cloudflare Pages read them from
 * `_redirects`. A path holds no sign that means more there.
 */
export const redirectsText = (
  moves: readonly Move[],
  former: readonly FormerAddress[],
  withBase: (path: string) => string,
): string =>
  [
    ...moves.slice(0, MOST).map(({ from, to }) => `${withBase(from)} ${withBase(to)} 301\n`),
    ...former.map(({ path, to }) => `${path} ${withBase(to)} 301\n`),
  ].join('');
