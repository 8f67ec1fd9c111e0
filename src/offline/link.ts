import { posix } from 'node:path';

/** A site that is packed: its public address, and the files that the pack has. */
export interface PackedSite {
  /** Its address, which ends with a slash. */
  address: URL;
  /** The paths of the files that the pack has, from the root of the site. */
  files: ReadonlySet<string>;
}

/** The file of a page or another path, from the root of the site. */
const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/**
 * A link of a page, changed to work in a folder on a disk: relative, and to a file. What the pack does not have is linked
 * at the public address. A whole address stays as it is, since it is the one to cite.
 *
 * @param from the file of the page that has the link
 */
export function packedLink(link: string, from: string, { address, files }: PackedSite): string {
  if (link === '' || link.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(link)) return link;
  const url = new URL(link, new URL(from.replace(/index\.html$/, ''), address));
  if (url.origin !== address.origin || !url.pathname.startsWith(address.pathname)) return url.href;
  const file = fileOf(decodeURI(url.pathname.slice(address.pathname.length)));
  if (!files.has(file)) return url.href;
  const path = posix.relative(posix.dirname(from), file);
  return encodeURI(path === '' ? posix.basename(file) : path) + url.search + url.hash;
}

/** The pictures of a `srcset`, changed as links are. */
export const packedPictures = (srcset: string, from: string, site: PackedSite): string =>
  srcset
    .split(/, /)
    .map((one) => {
      const [link = '', ...size] = one.split(' ');
      return [packedLink(link, from, site), ...size].join(' ');
    })
    .join(', ');
