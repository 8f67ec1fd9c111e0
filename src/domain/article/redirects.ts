import { KINDS } from '../authorities/authority.ts';
import { FORMS } from '../citation/form.ts';
import {
  ARTICLES_JSON_PATH,
  formerArticlesPartPath,
  formerRecordFeedPath,
  formerReferenceFile,
  recordFeedPath,
  recordPath,
} from '../url.ts';
import type { FormerAddress } from './former-address.ts';
import type { Move } from './move.ts';

/** The page of any article, as `_redirects` writes it. */
const ANY_ARTICLE = '/:year/:month/:day/:slug/';
/** Where files lay that are no more, for all articles and names at once; and what leads on from there. */
const FORMER_FILES = [
  // The page of an article holds its references.
  ...FORMS.map(({ ending }) => [`${ANY_ARTICLE}${formerReferenceFile(ending)}`, ANY_ARTICLE]),
  // The feed of a name is in one form.
  ...KINDS.flatMap((kind) =>
    ['rss', 'json'].map((ending) => [
      formerRecordFeedPath(kind, ':id', ending),
      recordFeedPath(kind, ':id'),
    ]),
  ),
] as [from: string, to: string][];

// Cloudflare Pages reads no more lines of one path than this. The pages at the old paths redirect too.
const MOST = 2000;

type Line = [from: string, to: string, status: number];

/**
 * The lines that lead from the feed of a name that has none to its page, for now: it may get one. Cloudflare Pages
 * follows a line even where a file is, so each feed that is there has a line that stays with it. Where these are more
 * than it reads, nothing is led, since it would lead away from feeds.
 */
function feedLines(feeds: readonly string[], room: number): [of: Line[], all: Line[]] {
  if (feeds.length > room) return [[], []];
  return [
    feeds.map((path) => [path, path, 200]),
    KINDS.map((kind) => [recordFeedPath(kind, ':id'), recordPath(kind, ':id'), 302]),
  ];
}

/** What `_redirects` is made of. */
interface Redirected {
  moves: readonly Move[];
  /** Redirects from other paths that the host had before. */
  former: readonly FormerAddress[];
  /** Paths of the feeds of names that are there. */
  feeds: readonly string[];
  /** The years whose articles had a list of their own once. */
  years: readonly string[];
}

/**
 * A `_redirects` file of Netlify and Cloudflare Pages: first the lines of one path, then those of many. Paths hold no
 * character that has a meaning there.
 */
export function redirectsText(
  { moves, former, feeds, years }: Redirected,
  withBase: (path: string) => string,
): string {
  const moved = moves.slice(0, MOST);
  const [stay, leave] = feedLines(feeds, MOST - moved.length - former.length - years.length);
  const line = ([from, to, status]: Line) => `${from} ${to} ${status}\n`;
  return [
    ...moved.map(({ from, to }) => line([withBase(from), withBase(to), 301])),
    ...former.map(({ path, to }) => line([path, withBase(to), 301])),
    ...years.map((year) =>
      line([withBase(formerArticlesPartPath(year)), withBase(ARTICLES_JSON_PATH), 301]),
    ),
    ...stay.map(([from, to, status]) => line([withBase(from), withBase(to), status])),
    ...FORMER_FILES.map(([from, to]) => line([withBase(from), withBase(to), 301])),
    ...leave.map(([from, to, status]) => line([withBase(from), withBase(to), status])),
  ].join('');
}
