import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { bodyOfHtml, textOfHtml } from '../../markup/markup.ts';
import { mediaIn } from '../../media/block-media.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  ImportFault,
  noNames,
  type Reading,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { dropKeptBack, type KeptBack, KeptFiles, notesOfKeptBack } from '../kept-back.ts';
import type { Skipped } from '../skipped.ts';
import { objectFault } from '../status.ts';
import { paragraphsOf } from '../text.ts';
import { isOfExport } from '../wordpress/fields.ts';
import { dropTrailer, standfirstOf } from './beside-text.ts';
import { type Items, itemsIn, type XmlElement } from './element.ts';
import { asParagraphs, type Feed, type Item, itemsOf } from './feed-item.ts';
import { bare } from './feed-media.ts';
import { itemFault, within } from './item-status.ts';
import { keptMedia } from './kept-media.ts';

// A feed that is not well-formed is read as far as possible, unless it holds something that could state a status.
const MAY_SAY_STATUS =
  /[<:](?:(?:status|draft|visibility|private|password)[\s>/]|post_|embargo|(?:valid|restriction)[\s>/])|\s(?:status|draft|visibility)=|#kind"/iu;

/** An XML feed without what of it was not published. */
interface Parted {
  text: string;
  /** Of each item, why it was not published. */
  faults: (Skipped | undefined)[];
  /** Of each item that was, the media that its source keeps back beside it. */
  kept: KeptBack[][];
}

/** A reason with the address of the item, and what its feed calls it. */
function knownBy(fault: Skipped | undefined, item: XmlElement): Skipped | undefined {
  if (!fault) return undefined;
  const named = (name: string) => item.children.filter((child) => child.name === name);
  const links = named('link').flatMap(({ attributes, text }) => [
    ...attributes.flatMap(([name, value]) => (name === 'href' ? [value] : [])),
    text,
  ]);
  const id = [...named('guid'), ...named('id')].map(({ text }) => asLine(text, 200)).find(Boolean);
  const urls = [links.map(asAddress).find(Boolean) ?? asAddress(id)];
  return { ...fault, of: { urls, id, title: undefined, date: undefined } };
}

/** Splits an XML feed. */
function parted(text: string, { items, fault }: Items): Parted {
  if (fault !== undefined && MAY_SAY_STATUS.test(text))
    throw new ImportFault(
      `It is no well-formed XML (${fault.replace(/\.$/u, '')}), and it says which of its items are published. Export it again, or mend the line.`,
    );
  if (fault !== undefined) return { text, faults: [], kept: [] };
  const faults = items.map((item) => knownBy(itemFault(item), item));
  const shown = items.filter((_, at) => !faults[at]).map(keptMedia);
  const left = [...items.filter((_, at) => faults[at]), ...shown.flatMap((one) => one.left)];
  let published = '';
  let from = 0;
  for (const { start, end } of left.toSorted((one, other) => one.start - other.start)) {
    published += text.slice(from, start);
    from = end;
  }
  return { text: published + text.slice(from), faults, kept: shown.map(({ kept }) => kept) };
}

/** Reads the items of an RSS or Atom feed; each is read when it is asked for. */
export function readXmlFeed(xml: string, sha256: string): (() => Reading)[] {
  // Exports of old sites hold characters that XML does not allow, and no text of an archive holds.
  const sound = xml.replace(UNFIT_FOR_XML, '');
  const items = itemsIn(sound);
  // What of it was published is not told as in feeds.
  if ([...items.around, ...items.items.flatMap(within)].some(isOfExport))
    throw new ImportFault(
      'It is a WordPress export, and its first element does not say so. Export it again.',
    );
  const { text, faults, kept } = parted(sound, items);
  return inPlaces(readingsOf(itemsOf(text), sha256, kept), faults);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNFIT_FOR_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Reads the items of a JSON Feed. */
export function readJsonFeed(feed: { items?: unknown }, sha256: string): (() => Reading)[] {
  const items = Array.isArray(feed.items) ? feed.items : [];
  const faults = items.map((item) =>
    typeof item === 'object' && item !== null ? objectFault(item) : undefined,
  );
  const published = items.filter((_, at) => !faults[at]);
  const text = JSON.stringify({ ...feed, items: published });
  return inPlaces(readingsOf(itemsOf(text), sha256), faults);
}

/** The items in their order, with those passed over in their places. */
function inPlaces(
  read: readonly (() => Reading)[],
  faults: readonly (Skipped | undefined)[],
): (() => Reading)[] {
  const rest = [...read];
  const placed = faults.flatMap((fault) => (fault ? [() => fault] : (rest.shift() ?? [])));
  return [...placed, ...rest];
}

function readingsOf(
  { publisher, items }: Feed,
  sha256: string,
  kept: readonly KeptBack[][] = [],
): (() => Reading)[] {
  return items.map((item, at) => () => readItem(item, publisher, sha256, kept[at]));
}

/** The media beside a text; the first picture stands at the head, where the text shows none. */
function besideText({ media = [] }: Item, body: Root): SourceMedium[] {
  const [first, ...others] = media;
  const isLeading = first && first.kind === 'photograph' && mediaIn(body).length === 0;
  return isLeading ? [{ ...first, place: 'head' }, ...others] : media;
}

function readItem(
  item: Item,
  publisher: string | undefined,
  sha256: string,
  kept: readonly KeptBack[] = [],
): Reading {
  const url = asAddress(item.url);
  if (item.isSummary)
    return {
      skipped: 'the feed has only a summary of it: save the page, and import that',
      as: 'summary',
      ...(url !== undefined && { of: { urls: [url], title: undefined, date: undefined } }),
    };
  const read =
    item.html === undefined
      ? { body: paragraphsOf(item.text ?? ''), notes: [] }
      : bodyOfHtml(asParagraphs(item.html), item.base ?? url);
  dropTrailer(read.body, url);
  const media = item.media?.flatMap(({ references }) => references);
  const dropped = dropKeptBack(read.body, new KeptFiles(kept), media);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const standfirst = standfirstOf(item.description, toText(read.body));
  const time = asTime(item.time);
  return {
    document: {
      sha256,
      title: asLine(
        item.titleIsHtml && item.title ? textOfHtml(item.title) : item.title && bare(item.title),
        300,
      ),
      date: time?.date,
      published: time?.published,
      author: asLine(item.author, 200),
      publisher: asLine(publisher, 200),
      url,
      lang: asLanguage(item.lang),
      summary: standfirst,
      named: noNames(),
      body: read.body,
      media: besideText(item, read.body),
      notes: [...read.notes, ...notesOfKeptBack(kept), ...dropped],
    },
  };
}
