import { asTime } from '../../time/time.ts';
import { heldAddress } from './capture.ts';
import type { PageMarks } from './page-marks.ts';
import { placeIn } from './site-file.ts';

/** What is known of a page from its place in a mirrored site, as `wget -m` and HTTrack keep it: a folder named as the host. */
export interface Mirrored {
  /** Its address, where what saved it or the page itself confirms it. */
  address: string | undefined;
  /** Its path on its site, where what saved it or the page itself names that site. */
  path: string | undefined;
  day: string | undefined;
  notes: string[];
}

/** What HTTrack writes into every page: the address without its scheme, and when it was loaded. */
function httrackMark(comments: readonly string[]) {
  for (const comment of comments) {
    const [, place = ''] = /^ ?Mirrored from (\S+) by HTTrack /.exec(comment) ?? [];
    if (place === '') continue;
    const day = asTime(comment.slice(comment.lastIndexOf('], ') + 3).trim())?.date;
    return { place, day };
  }
  return undefined;
}

/** A path as servers take it: a folder, and the page that stands for it, are one. */
const barePath = ({ pathname, search }: URL) =>
  decoded(pathname)
    .replace(/\/(?:index|default)\.[a-z]{3,5}$/i, '/')
    .replace(/\.html?$/i, '')
    .replace(/\/$/, '') + decoded(search).replace(/\.html?$/i, '');

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** True where the page names its own address so that it only holds at this place. */
function isConfirmed(place: string, canonical: string | undefined): boolean {
  if (!canonical || /^[a-z][a-z\d+.-]*:|^\/\//i.test(canonical)) return false;
  const here = `http://${place}`;
  if (!URL.canParse(canonical, here)) return false;
  return barePath(new URL(canonical, here)) === barePath(new URL(here));
}

/** Whether a site is loaded with TLS, by the addresses of it that the page writes whole; nothing where it writes none, or both. */
function schemeOf(host: string, links: ReadonlySet<string>): string | undefined {
  const schemes = new Set<string>();
  for (const link of links) {
    const [, scheme, other] = /^(https?):\/\/([^/?#]{1,300})/i.exec(link) ?? [];
    if (scheme && other?.toLowerCase() === host.toLowerCase()) schemes.add(scheme.toLowerCase());
  }
  const [only, ...others] = schemes;
  return others.length === 0 ? only : undefined;
}

/** What the place of a page says of it. Only what the page, or what saved it, confirms is its address; else it is a note. */
export function mirrored(file: string, marks: PageMarks): Mirrored {
  const httrack = httrackMark(marks.comments);
  const place = httrack?.place ?? placeIn(file);
  const none = { address: undefined, path: undefined, day: httrack?.day, notes: [] };
  if (place === undefined || !URL.canParse(`http://${place}`)) return none;
  const { host, pathname, search } = new URL(`http://${place}`);
  const canonical = marks.canonical ?? '';
  const scheme = schemeOf(host, marks.links);
  const isKnown = httrack !== undefined || isConfirmed(place, canonical);
  const known = { ...none, path: isKnown || scheme ? `${pathname}${search}` : undefined };
  if (/^https?:/i.test(canonical)) return known;
  if (isKnown && scheme)
    return { ...known, address: heldAddress(`${scheme}://${withoutIndex(place)}`) };
  return {
    ...known,
    notes: [
      `it states no address; by ${httrack ? 'what saved it' : 'its folder'} it may be ${withoutIndex(place)}`,
    ],
  };
}

/** The page that a server shows for a folder has the folder’s address; mirrors add its name. */
const withoutIndex = (place: string) => place.replace(/\/index\.html(?=$|\?)/i, '/');
