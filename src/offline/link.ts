import { posix } from 'node:path';

/** A site that is packed: its public address, and the files that the pack has. */
export interface PackedSite {
  /** Its address, which ends with a slash. */
  address: URL;
  /** The paths of the files that the pack has, from the root of the site. */
  files: ReadonlySet<string>;
  /** Reads one of these files. */
  read(file: string): Buffer;
}

/** The file of a page or another path, from the root of the site. */
const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Where a link leads, and the file of the pack that is there, if one is. */
function linked(link: string, from: string, { address, files }: PackedSite) {
  const url = new URL(link, new URL(from.replace(/index\.html$/, ''), address));
  const isOwn = url.origin === address.origin && url.pathname.startsWith(address.pathname);
  const file = isOwn ? fileOf(decodeURI(url.pathname.slice(address.pathname.length))) : undefined;
  return { url, file: file !== undefined && files.has(file) ? file : undefined };
}

/**
 * A link of a page, changed to work in a folder on a disk: relative, and to a file. What the pack does not have is linked
 * at the public address. A whole address stays as it is, since it is the one to cite.
 *
 * @param from the file of the page that has the link
 */
export function packedLink(link: string, from: string, site: PackedSite): string {
  if (link === '' || link.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(link)) return link;
  const { url, file } = linked(link, from, site);
  if (file === undefined) return url.href;
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

/** The most bytes of captions that stand in a page: those of a film of many hours have fewer. */
const MOST_CAPTIONS = 1_000_000;

/**
 * The captions of a film as an address that holds them, since a browser takes each file on a disk for a site of its own,
 * from which it loads no captions. Larger ones are linked, as other files are.
 */
export function packedCaptions(link: string, from: string, site: PackedSite): string {
  const { file } = linked(link, from, site);
  const bytes = file === undefined ? undefined : site.read(file);
  if (bytes === undefined || bytes.length > MOST_CAPTIONS) return packedLink(link, from, site);
  return `data:text/vtt;charset=utf-8;base64,${bytes.toString('base64')}`;
}
