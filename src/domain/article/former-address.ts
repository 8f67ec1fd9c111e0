import { isOwnPath } from '../own-path.ts';
import { articlePath } from '../url.ts';
import type { Article } from './article.ts';

/** A path of the host at which an article stood before the archive did, as `_redirects` has it; and where it is now. */
export interface FormerAddress {
  path: string;
  to: string;
}

interface Sourced {
  id: string;
  data: Pick<Article, 'source'>;
}

/** What a page may end in; other endings are those of files that a site serves for itself. */
const OF_PAGES =
  /(?:^|\/)(?:[^/.]*|(?!index\.|404\.|500\.)[^/]*\.(?:x?html?|php|aspx?|jsp|cfm|shtml))\/?$/i;

/** In a line of `_redirects` white space parts, and `*` and `:` stand for other paths. */
const asWritten = (path: string) => path.replace(/[*:]/g, (sign) => (sign === '*' ? '%2A' : '%3A'));

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`);

/**
 * Where the originals of articles stood at the address of the site itself, so that old links find them. A path that
 * two articles claim leads nowhere, and so does one that asks something of a server (`/?p=12`).
 *
 * @param taken paths at which the archive has something already
 */
export function formerAddresses(
  articles: readonly Sourced[],
  site: URL,
  taken: ReadonlySet<string>,
): FormerAddress[] {
  const base = withSlash(site.pathname);
  const present = new Set(articles.map(({ id }) => articlePath(id)));
  const isTaken = (path: string) => {
    const within = withSlash(path);
    if (!within.startsWith(base)) return false;
    const own = `/${within.slice(base.length)}`;
    return own === '/' || isOwnPath(own) || present.has(own) || taken.has(own);
  };
  const claims = new Map<string, Set<string>>();
  for (const { id, data } of articles)
    for (const address of [data.source?.url, ...(data.source?.formerUrls ?? [])]) {
      if (address === undefined || !URL.canParse(address)) continue;
      const { host, pathname, search } = new URL(address);
      if (host !== site.host || search !== '' || !OF_PAGES.test(pathname) || isTaken(pathname))
        continue;
      const path = asWritten(pathname);
      claims.set(path, (claims.get(path) ?? new Set()).add(articlePath(id)));
    }
  return [...claims]
    .flatMap(([path, [to = '', ...others]]) => (others.length > 0 ? [] : [{ path, to }]))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
