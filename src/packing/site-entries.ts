import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readRedirects, redirectLines } from '../hosting/host-rules.ts';
import { type Entry, pathOf } from '../hosting/packed/layout.ts';
import { addressIn, targetOf } from '../hosting/serve/target.ts';

/** A file of a site that is to be packed, or stays a file. */
export interface SiteFile {
  path: string;
  digest: string;
  size: number;
}

/** An address that only leads on. */
type Redirection = Pick<Entry, 'path' | 'to' | 'status'>;

/** The files of a site, ordered as entries are. @param digests by path */
export const siteFiles = (dist: string, digests: ReadonlyMap<string, string>): SiteFile[] =>
  [...digests]
    .map(([path, digest]) => ({ path, digest, size: statSync(join(dist, path)).size }))
    .toSorted(byPath);

export const byPath = (a: { path: string }, b: { path: string }) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/** Files that hosts read themselves, and send to nobody. */
const FOR_HOSTS = ['_headers', '_redirects'];
/** Files of which a copy lies at their own paths too: hosts, and commands of this project, look for them there. */
const COPIED = [...FOR_HOSTS, 'robots.txt', '404.html', 'ledger.txt'];

/** True for a file that readers are sent. */
export const isSent = ({ path }: SiteFile): boolean => !FOR_HOSTS.includes(path);

/** True for a file of which a copy lies at its own path. */
export const isCopied = ({ path }: SiteFile): boolean => COPIED.includes(path);

/** True for a file that lies at its own path alone: styles and scripts, whose names are made from their content. */
export const isOwnPlace = ({ path }: SiteFile): boolean => path.startsWith('_astro/');

const MB = 1024 * 1024;
/** What does not get smaller is a file by itself from this size on: a pack would have little else. */
const LARGE = MB;
/** What is larger is one whatever it is, since what is packed is held in memory once. */
const LARGEST = 64 * MB;

/** True for what is a file by itself unless it gets smaller when it is compressed. */
export const isLarge = ({ size }: SiteFile): boolean => size > LARGE;

/** True for what is a file by itself, and is not compressed. */
export const isLargest = ({ size }: SiteFile): boolean => size > LARGEST;

/** The addresses at which a file is found: its own and, of a page, that of its folder with the slash and without. */
function addressesOf(path: string): { segments: string[]; isFolder: boolean }[] {
  const segments = path.split('/');
  const own = { segments, isFolder: false };
  if (segments.at(-1) !== 'index.html') return [own];
  const folder = segments.slice(0, -1);
  return [own, { segments: folder, isFolder: true }, { segments: folder, isFolder: false }];
}

/**
 * The addresses that a `_redirects` leads on from: those that have a line of their own, and those of the site’s files
 * that a line for many takes, since hosts follow it before they look for a file.
 *
 * @param base the path that the site lies under
 */
export function redirectionsOf(
  text: string,
  base: string,
  files: readonly SiteFile[],
): Redirection[] {
  const redirects = readRedirects(text);
  const own = redirectLines(text).flatMap(({ from }) => {
    const target = targetOf(from, base);
    return target && addressIn(base, target) === from ? [target] : [];
  });
  const found = new Map<string, Redirection>();
  for (const target of [...own, ...files.flatMap(({ path }) => addressesOf(path))]) {
    const led = redirects(addressIn(base, target));
    const path = pathOf(target);
    if (led) found.set(path, { path, to: led.to, status: led.status });
  }
  return [...found.values()];
}
