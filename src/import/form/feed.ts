import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { bodyOfHtml, textOfHtml, unescaped } from '../markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  asTime,
  ImportFault,
  noNames,
  type Reading,
} from '../story.ts';
import { type Items, itemsIn } from './element.ts';
import { itemFault } from './item-status.ts';
import { objectFault, type Skipped } from './status.ts';
import { isCut, isTeaser } from './teaser.ts';
import { paragraphsOf } from './text.ts';
import { isWordPress, readWordPress } from './wordpress.ts';

/** What every form of feed says of an item. */
interface Item {
  title: string | undefined;
  titleIsHtml: boolean;
  html: string | undefined;
  text: string | undefined;
  time: string | undefined;
  url: string | undefined;
  author: string | undefined;
  lang: string | undefined;
  /** True where the feed gives no more than the beginning, or says that it is a summary. */
  isSummary: boolean;
}

const first = (...values: (string | undefined)[]) =>
  values.find((value) => value !== undefined && value.trim() !== '');
const joined = (names: readonly (string | undefined)[] | undefined) =>
  names?.filter(Boolean).join(', ') || undefined;
const bare = (html: string) => (html.includes('<') ? textOfHtml(html) : unescaped(html));

/** Whether an item has no more than a summary: in the element for whole texts one that is cut off, or a description alone. */
const isSummary = (whole: string | undefined, description: string | undefined): boolean => {
  const text = first(whole);
  return text === undefined ? isTeaser(description ?? '') : isCut(text);
};

/** Text without a tag in it has its paragraphs as plain text has. */
const asParagraphs = (html: string) =>
  /<[a-z/]/i.test(html)
    ? html
    : html
        .split(/\r?\n[^\S\n]*\r?\n/u)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('');

function fromRss(item: RssFeed.Item<string>, channel: { language?: string }): Item {
  const author = joined(
    item.authors?.map(({ name, email }) => nameBeside(name ?? '') ?? name ?? email),
  );
  return {
    title: item.title,
    titleIsHtml: false,
    html: first(item.content?.encoded, item.description),
    text: undefined,
    time: first(item.pubDate, item.dc?.dates?.[0], item.dcterms?.created?.[0]),
    url: first(
      item.link,
      item.guid?.isPermaLink === false ? undefined : item.guid?.value,
      item.guid?.value,
    ),
    author: first(joined(item.dc?.creators), author),
    lang: first(item.dc?.languages?.[0], channel.language),
    isSummary: isSummary(item.content?.encoded, item.description),
  };
}

function fromAtom(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): Item {
  const content = entry.content?.value ? entry.content : entry.summary;
  const isText =
    content?.type === undefined || content.type === 'text' || content.type === 'text/plain';
  const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate');
  return {
    title: entry.title?.value,
    titleIsHtml: entry.title?.type === 'html' || entry.title?.type === 'xhtml',
    html: isText ? undefined : content?.value,
    text: isText ? content?.value : undefined,
    time: first(entry.published, entry.updated),
    url: first(link?.href, entry.id),
    author: joined((entry.authors ?? feed.authors)?.map(({ name }) => name)),
    lang: first(entry.xml?.lang, feed.xml?.lang),
    isSummary: !entry.content?.value || isCut(entry.content.value),
  };
}

function fromJson(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>): Item {
  return {
    title: item.title,
    titleIsHtml: false,
    html: item.content_html,
    text: first(item.content_text),
    time: first(item.date_published, item.date_modified),
    url: first(item.url, item.external_url, item.id),
    author: joined((item.authors ?? feed.authors)?.map(({ name }) => name)),
    lang: first(item.language, feed.language),
    isSummary:
      first(item.content_html, item.content_text) === undefined ||
      isCut(first(item.content_html, item.content_text) ?? ''),
  };
}

function fromRdf(item: RdfFeed.Item<string>): Item {
  return {
    title: item.title,
    titleIsHtml: false,
    html: first(item.content?.encoded, item.description),
    text: undefined,
    time: first(item.dc?.dates?.[0]),
    url: item.link,
    author: joined(item.dc?.creators),
    lang: item.dc?.languages?.[0],
    isSummary: isSummary(item.content?.encoded, item.description),
  };
}

interface Feed {
  publisher: string | undefined;
  items: Item[];
}

function parsed(text: string): Feed {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case 'rss': {
      const rss = feed as RssFeed.Feed<string>;
      return {
        publisher: rss.title,
        items: (rss.items ?? []).map((item) => fromRss(item, rss as { language?: string })),
      };
    }
    case 'atom': {
      const atom = feed as AtomFeed.Feed<string>;
      return {
        publisher: atom.title?.value,
        items: (atom.entries ?? []).map((entry) => fromAtom(entry, atom)),
      };
    }
    case 'json': {
      const json = feed as JsonFeed.Feed<string>;
      return {
        publisher: json.title,
        items: (json.items ?? []).map((item) => fromJson(item, json)),
      };
    }
    default: {
      const rdf = feed as RdfFeed.Feed<string>;
      return { publisher: rdf.title, items: (rdf.items ?? []).map(fromRdf) };
    }
  }
}

function itemsOf(text: string): Feed {
  try {
    return parsed(text);
  } catch (error) {
    throw new ImportFault(
      `It looks like a feed and cannot be read as one: ${(error as Error).message.split('\n')[0]}. Check that it was saved whole.`,
    );
  }
}

// A feed that nobody can read to the letter is read as well as it can be, but not if it may say what is private.
const MAY_SAY_STATUS =
  /[<:](?:status|draft|visibility|private|password|post_\w+|embargo\w*)[\s>/]/iu;

/** Splits a feed of XML: the text without the items that were not published, and of each item why it was not. */
function parted(
  text: string,
  { items, fault }: Items,
): { text: string; faults: (Skipped | undefined)[] } {
  if (fault !== undefined && MAY_SAY_STATUS.test(text))
    throw new ImportFault(
      `It is no well-formed XML (${fault.replace(/\.$/u, '')}), and it says which of its items are published. Export it again, or mend the line.`,
    );
  if (fault !== undefined) return { text, faults: [] };
  const faults = items.map(itemFault);
  let published = '';
  let from = 0;
  for (const [at, { start, end }] of items.entries()) {
    if (!faults[at]) continue;
    published += text.slice(from, start);
    from = end;
  }
  return { text: published + text.slice(from), faults };
}

/** Reads the items of an RSS or Atom feed, or of WordPress’s export; each is read when it is asked for. */
export function readXmlFeed(xml: string, sha256: string): (() => Reading)[] {
  // Exports of old sites hold characters that XML does not allow, and no text of an archive holds.
  const sound = xml.replace(UNFIT_FOR_XML, '');
  const items = itemsIn(sound);
  if (isWordPress(items)) return readWordPress(items, sha256);
  const { text, faults } = parted(sound, items);
  return inPlaces(readingsOf(itemsOf(text), sha256), faults);
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

/** What was read, with what was passed over in its places; a feed may hold items that hold nothing. */
function inPlaces(
  read: readonly (() => Reading)[],
  faults: readonly (Skipped | undefined)[],
): (() => Reading)[] {
  const rest = [...read];
  const placed = faults.flatMap((fault) => (fault ? [() => fault] : (rest.shift() ?? [])));
  return [...placed, ...rest];
}

function readingsOf({ publisher, items }: Feed, sha256: string): (() => Reading)[] {
  return items.map((item) => () => readItem(item, publisher, sha256));
}

function readItem(item: Item, publisher: string | undefined, sha256: string): Reading {
  if (item.isSummary)
    return {
      skipped: 'the feed has only a summary of it: save the page, and import that',
      as: 'summary',
    };
  const url = asAddress(item.url);
  const read =
    item.html === undefined
      ? { body: paragraphsOf(item.text ?? ''), notes: [] }
      : bodyOfHtml(asParagraphs(item.html), url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const time = asTime(item.time);
  return {
    story: {
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
      named: noNames(),
      body: read.body,
      notes: read.notes,
    },
  };
}
