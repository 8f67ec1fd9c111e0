import type { Target } from '../serve/target.ts';

/**
 * How a packed site lies on its host. Its packs hold the files of the site one after another, ordered by their paths;
 * each begins with its head, which tells where each file lies in it. Lists tell which packs there are, and the root
 * tells which lists. All but the root are named by what is in them: they never change, and whoever has read a root finds
 * by it one whole site.
 */

/** The root, which alone changes in its place. */
export const ROOT = 'packs/root.json';
/** Where packs lie. */
export const PACKS = 'packs/files/';
/** Where lists of packs lie. */
export const LISTS = 'packs/lists/';
/** The form that is told of here. A handler reads no other. */
export const VERSION = 1;

/** A row of the root: the path of the first file that a list leads to, and the list. */
export type ListRow = [first: string, list: string];
/** A row of a list: the path of the first file of a pack, the pack, and how many bytes its head has. */
export type PackRow = [first: string, pack: string, head: number];

/** The root of a packed site. */
export interface Root {
  version: number;
  /** The path that the site lies under, with a slash at either end. */
  base: string;
  /** The site's own `_headers`. */
  headers: string;
  /** The lines of its `_redirects` that lead from many paths. Those from one path are entries. */
  redirects: string;
  /** The site’s own manifest, compressed, which tells the digest of each file that readers get. */
  manifest: string;
  /** The lists of packs, ordered. */
  lists: ListRow[];
}

/** A file of the site, or an address from which readers are led on. */
export interface Entry {
  /** Below the site, without a slash before it. One that ends in a slash is an address of a folder, which leads on. */
  path: string;
  type?: string;
  /** The file's size in bytes, and what tells its content: the beginning of its SHA-256. None where there is no file. */
  size?: number;
  tag?: string;
  /** Where it begins in the pack, from the end of its head. */
  start?: number;
  /** In place of that, the file of the packed site that it is by itself. */
  file?: string;
  /** How many bytes it has there, where these are not as many as its size. */
  length?: number;
  /** True where it is compressed there. */
  gzip?: true;
  /** Where readers are led, and with which status. */
  to?: string;
  status?: number;
}

/** How many of ordered things come at or before a path. */
function countTo<Thing>(things: readonly Thing[], path: string, at: (thing: Thing) => string) {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && at(thing) <= path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last row that begins at or before a path; undefined where all begin after it. */
export const rowFor = <R extends readonly [first: string, ...unknown[]]>(
  rows: readonly R[],
  path: string,
): R | undefined => rows[countTo(rows, path, ([first]) => first) - 1];

/** The entry of a path, of those of a head; undefined where there is none. */
export function entryFor(entries: readonly Entry[], path: string): Entry | undefined {
  const entry = entries[countTo(entries, path, (one) => one.path) - 1];
  return entry?.path === path ? entry : undefined;
}

/** The path of the entry for an address. */
export const pathOf = ({ segments, isFolder }: Omit<Target, 'query'>): string =>
  segments.join('/') + (isFolder && segments.length > 0 ? '/' : '');

/** Reads a root. @throws an error where it is of another form */
export function readRoot(text: string): Root {
  const root: Root = JSON.parse(text);
  if (root.version !== VERSION)
    throw new Error(
      `${ROOT} has the form ${root.version}, and this handler reads ${VERSION}: take the handler that lies beside it.`,
    );
  return root;
}
