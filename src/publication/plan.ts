import { ROOT } from '../hosting/packed/layout.ts';
import type { Note } from './note.ts';
import { HEADERS_FILE, type SiteHeaders } from './site-headers.ts';

/** A site: the SHA-256 of each file by its path, and the headers that it is sent with. */
export interface Site {
  digests: ReadonlyMap<string, string>;
  headers: SiteHeaders;
}

/** What is known of a destination. */
export interface Destination extends Site {
  /** What the last publication noted: whether it was stopped, and what it left. */
  note: Note;
}

/** What a publication does, in this order. */
export interface Plan {
  /** Each step ends before the next begins. */
  steps: { name: string; paths: string[] }[];
  /** Of these, those that a stopped publication may have sent already, just as they are now. */
  perhapsSent: Set<string>;
  /** Of these, those that are not at the destination yet. */
  fresh: Set<string>;
  /** What is removed at the end, and what stays for now, with the time since when nothing needs it. */
  removed: string[];
  staying: Map<string, Date>;
}

/** How long a file that never changes stays after the last page that needed it: a page that is open asks for it. */
const GRACE = 24 * 60 * 60_000;

/** What tells of many others, or is asked for by programs first. */
const TELLS = /^(?:[^/]+|(?:search|data|feeds|changes|corrections)\/.*|(?:.*\/)?feed\.[a-z]+)$/;
/** Where readers and programs begin: last of all, also where they are new. All else that is new comes before links to it. */
const BEGINNINGS = new Set(['index.html', 'sitemap.xml', 'search/archive.json', ROOT]);

/** The steps, by name. A file belongs to the first that takes it. */
const STEPS: readonly [
  name: string,
  takes: (path: string, isFresh: boolean, headers: SiteHeaders) => boolean,
][] = [
  ['files that never change', (path, _, headers) => headers.isImmutable(path)],
  ['what tells of others', (path, isFresh) => (isFresh ? BEGINNINGS.has(path) : TELLS.test(path))],
  ['new files', (path, isFresh) => isFresh && !path.endsWith('.html')],
  ['new pages', (_, isFresh) => isFresh],
  ['changed files', () => true],
];
/** What tells of others is taken out first and sent last. */
const ORDER = [0, 2, 3, 4, 1];

/**
 * What brings a destination from one site to the next, so that it can be stopped anywhere: no page is sent before what
 * it shows, and none leads to a page that is not there; what was there before goes at the end.
 *
 * @param now the time of the publication
 * @param isUrgent whether no old file may stay, since something is withheld that it may show
 * @param isAnew whether every file is sent, whatever is known of the destination
 */
export function planOf(
  site: Site,
  there: Destination,
  { now, isUrgent = false, isAnew = false }: { now: Date; isUrgent?: boolean; isAnew?: boolean },
): Plan {
  const { sending, old, headers } = there.note;
  // What was sent with other headers was not sent as it is to be now.
  const isAsNoted = headers === (site.digests.get(HEADERS_FILE) ?? '');
  const isSame = (path: string, digest: string) => there.digests.get(path) === digest;
  const isHeld = (path: string, digest: string) =>
    isSame(path, digest) && !sending.has(path) && site.headers.isAsIn(there.headers, path);
  const due = [...site.digests].filter(([path, digest]) => isAnew || !isHeld(path, digest));
  const fresh = new Set(due.flatMap(([path]) => (there.digests.has(path) ? [] : [path])));
  const perhaps = due.filter(
    ([path, digest]) =>
      !isAnew && isAsNoted && sending.get(path) === digest && !isSame(path, digest),
  );
  const steps = STEPS.map(([name]) => ({ name, paths: [] as string[] }));
  for (const [path] of due)
    steps[STEPS.findIndex(([, takes]) => takes(path, fresh.has(path), site.headers))]?.paths.push(
      path,
    );
  const removed: string[] = [];
  const staying = new Map<string, Date>();
  for (const path of new Set([...there.digests.keys(), ...sending.keys(), ...old.keys()])) {
    if (site.digests.has(path)) continue;
    const since = old.get(path) ?? now;
    const isNeeded = [site, there].some(({ headers }) => headers.isImmutable(path));
    if (isNeeded && !isUrgent && now.getTime() - since.getTime() < GRACE) staying.set(path, since);
    else removed.push(path);
  }
  return {
    steps: ORDER.flatMap((index) => steps[index] ?? []).filter(({ paths }) => paths.length > 0),
    perhapsSent: new Set(perhaps.map(([path]) => path)),
    fresh,
    removed,
    staying,
  };
}
