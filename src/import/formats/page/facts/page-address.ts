import { asAddress } from '../../../source-document.ts';
import { timesIn } from '../../../time/time.ts';

/** Whether an address can be that of one article: a site’s front page is not. */
const isOfArticle = (address: string) =>
  !URL.canParse(address) ||
  !/^https?:$/.test(new URL(address).protocol) ||
  new URL(address).pathname !== '/' ||
  new URL(address).search !== '';

const decoded = (address: string) => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** An address for comparison: `%C3%A4` is `ä`, and one page has many schemes. */
const plain = (address: string) =>
  decoded(URL.canParse(address) ? new URL(address).href : address)
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/su, '')
    .replace(/\/$/u, '');

/** Whether two addresses are of one page. */
export const sameAddress = (one: string, other: string): boolean => plain(one) === plain(other);

/** What a page’s file says of how it was saved. */
interface Capture {
  /** The address that it was saved from. */
  url: string | undefined;
  /** The day on which it was saved. */
  day: string | undefined;
}

/** The time of a capture in an address of a web archive: `…/web/20310402090000id_/https://…`. */
const OF_CAPTURE = /^(\d{4})(\d{2})(\d{2})\d{6}(?:[a-z]{2}_)?$/i;
/** How many folders stand before it, at most. */
const FOLDERS = 3;

/** The address of a page, out of that of its copy in a web archive. */
function outOfArchive(address: string): Capture {
  const [, , , ...parts] = address.split('/');
  const at = parts.slice(0, FOLDERS + 1).findIndex((part) => OF_CAPTURE.test(part));
  const [, year, month, day] = OF_CAPTURE.exec(parts[at] ?? '') ?? [];
  const inner = parts.slice(at + 1).join('/');
  if (!year || !/^https?:/i.test(address) || !inner.includes('.'))
    return { url: address, day: undefined };
  return {
    url: /^https?:/i.test(inner) ? inner : `http://${inner}`,
    day: `${year}-${month}-${day}`,
  };
}

const HEAD = 4000;

/** What the program that saved a page wrote at its head: SingleFile, the browsers, ScrapBook. */
export function captureOf(document: Document, html: string): Capture {
  const head = html.slice(0, HEAD);
  const root = document.documentElement;
  const at = head.indexOf('Page saved with SingleFile');
  const isSingleFile = at >= 0 && head.slice(0, at).trimEnd().endsWith('<!--');
  const note = isSingleFile ? (head.slice(at).split('-->', 1)[0] ?? '') : '';
  const line = (name: string) =>
    note
      .split('\n')
      .map((one) => one.trim())
      .find((one) => one.startsWith(name))
      ?.slice(name.length)
      .trim();
  const url =
    line('url:') ??
    /<!--\s*saved from url=\(\d+\)(\S+)/.exec(head)?.[1] ??
    root.getAttribute('data-scrapbook-source') ??
    undefined;
  const scrapbook = /^(\d{4})(\d{2})(\d{2})/.exec(root.getAttribute('data-scrapbook-create') ?? '');
  const said = scrapbook ? scrapbook.slice(1).join('-') : line('saved date:');
  const [time] = said ? timesIn(said, 'en') : [];
  const archived = url === undefined ? undefined : outOfArchive(url);
  return { url: archived?.url, day: time?.times[0]?.date ?? archived?.day };
}

/** The addresses that a page gives as its own, in the order in which they are to be believed; and the day of a capture. */
export function addressesOf(candidates: readonly unknown[]): {
  addresses: string[];
  day: string | undefined;
} {
  const found = candidates.flatMap((value) => asAddress(value) ?? []).map(outOfArchive);
  const addresses = found.flatMap(({ url }) => asAddress(url) ?? []).filter(isOfArticle);
  return { addresses: [...new Set(addresses)], day: found.find(({ day }) => day)?.day };
}

/** The day in an address: `/2031/04/02/`, `/2031-04/02/`, `/20310402/`, `/20310402-slug`, `/2031-04-02-slug`. */
const IN_PATH = [
  /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/g,
  /(?:^|\/)(\d{4})-(\d{2})\/(\d{2})(?=\/|$)/g,
  /(?:^|\/)(\d{4})-(\d{2})-(\d{2})(?=[/_.-]|$)/g,
  /(?:^|\/)(\d{4})(\d{2})(\d{2})(?=[/_-]|$)/g,
  /(?:^|\/)(\d{4})\/(\d{2})(\d{2})(?=\/|$)/g,
];

/** A day before its month, `/29-10-2031-slug`; with a day of up to 12 it could be the month. */
const DAY_FIRST = /(?:^|\/)(1[3-9]|2\d|3[01])-(\d{2})-(\d{4})(?=[/_.-]|$)/g;

/** The day that an address names, where it names one. */
export function dayInAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { pathname } = new URL(address);
  const written = [
    ...IN_PATH.flatMap((form) => [...pathname.matchAll(form)].map((found) => found.slice(1))),
    ...[...pathname.matchAll(DAY_FIRST)].map((found) => found.slice(1).toReversed()),
  ];
  const days = written.flatMap((parts) =>
    timesIn(parts.join('-'), undefined).map(({ times }) => times[0]?.date),
  );
  const [day, ...others] = new Set(days);
  return others.length === 0 ? day : undefined;
}
