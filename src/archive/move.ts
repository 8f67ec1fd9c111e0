import type { Article, Heading } from './article.ts';
import type { AuthorityRecord, Kind } from './authority.ts';
import { articlePath, recordPath } from './url.ts';

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
  data: Pick<Article, 'formerly' | 'withdrawn'> & { heading: Pick<Heading, 'text'> };
}

interface MovedRecord {
  kind: Kind;
  id: string;
  data: Pick<AuthorityRecord, 'formerly' | 'name'>;
}

/** The old paths of articles and records, in the order of the paths. Those of a withdrawn article lead to its tombstone. */
export function movesOf(articles: Iterable<MovedArticle>, records: Iterable<MovedRecord>): Move[] {
  const ofArticles = [...articles].flatMap(({ id, data }) => {
    const name = data.withdrawn ? 'the notice of its withdrawal' : data.heading.text;
    return data.formerly.map((from) => ({ from, to: articlePath(id), name }));
  });
  const ofRecords = [...records].flatMap(({ kind, id, data }) =>
    data.formerly.map((old) => ({
      from: recordPath(kind, old),
      to: recordPath(kind, id),
      name: data.name,
    })),
  );
  return [...ofArticles, ...ofRecords].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

// Cloudflare Pages reads so many lines; for the rest there are the pages at the old paths, which work everywhere.
const MOST = 2000;

/** The moves as Netlify and Cloudflare Pages read them from `_redirects`; a path holds no sign that means more there. */
export const redirectsText = (moves: readonly Move[], withBase: (path: string) => string): string =>
  moves
    .slice(0, MOST)
    .map(({ from, to }) => `${withBase(from)} ${withBase(to)} 301\n`)
    .join('');
