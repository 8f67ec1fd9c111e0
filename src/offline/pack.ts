import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Known, offlineNames } from '../domain/search/offline-names.ts';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import type { PackedSite } from './link.ts';
import { packedPage } from './page.ts';
import { namesScript, offlineScript, SEARCH_MAIN } from './search-page.ts';
import type { ZippedFile } from './zip.ts';

/**
 * Files of a site that only work over a network, or that describe it to programs on the network. Of scans these are the
 * tiles for zooming; their pictures go along.
 */
const LEFT_OUT =
  /^(media\/[^/]+\/(?:pages\/|manifest\.json$)|search\/(?!index\.html$)|verify\/|cite\/|feeds\/|404\.html$|_|robots\.txt$|sitemap|opensearch\.xml$|llms\.txt$|.*\/feed\.\w+$|_astro\/.*\.js$)/;
const STYLES = /^_astro\/.*\.css$/;
const SEARCH = 'search/index.html';

/** True for a file of a site that the pack has. */
const goesAlong = (path: string) =>
  path !== SITE_MANIFEST && (STYLES.test(path) || !LEFT_OUT.test(path));

/** The public address of a built site, from its first page. */
export function addressOf(dist: string): URL {
  const [, address] =
    /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ??
    [];
  if (!address) throw new Error(`${dist} has no first page that says where it is public.`);
  return new URL(address);
}

/**
 * The files of a pack: pages with links that work in a folder, and a search of names and headlines that needs no network.
 *
 * @param dist the built site
 * @param paths of all its files
 */
export async function packedFiles(dist: string, paths: readonly string[]): Promise<ZippedFile[]> {
  const read = (path: string) => readFileSync(join(dist, path));
  const json = (path: string) => JSON.parse(read(path).toString());
  const kept = paths.filter(goesAlong).toSorted();
  const site: PackedSite = { address: addressOf(dist), files: new Set(kept), read };
  const known: Known = { records: json('search/names.json'), articles: json('data/articles.json') };
  const names = namesScript(offlineNames(known, site.address.href));
  const script = await offlineScript();
  const files = kept.map((path): ZippedFile => {
    if (!path.endsWith('.html')) return { path, content: () => read(path) };
    const main = path === SEARCH ? SEARCH_MAIN : undefined;
    return { path, content: () => packedPage(read(path).toString(), path, site, main) };
  });
  return [
    ...files,
    { path: 'search/names.js', content: () => names },
    { path: 'search/offline.js', content: () => script },
  ];
}
