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
import { paragraphsOf } from './text.ts';

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

// How feeds end what is only the beginning of a text.
const CUT = /(?:&#8230;|&hellip;|read more|continue reading)$/iu;

function isCut(html: string | undefined): boolean {
  const text = (html ?? '').replace(/<[^<>]*>/g, '');
  const words = /^.*[^\s.…»→[\]]/su.exec(text)?.[0] ?? '';
  return /…|\.\.\./u.test(text.slice(words.length)) || CUT.test(words.slice(-20));
}

/** The name in “a@b.example (Ann)”, as RSS names a person. */
function nameBeside(author: string): string | undefined {
  const text = author.trimEnd();
  const at = text.indexOf('(');
  return at >= 0 && text.endsWith(')') ? text.slice(at + 1, -1) || undefined : undefined;
}

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
    isSummary: isCut(first(item.content?.encoded, item.description)),
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
    text: first(item.content_text, item.content_html === undefined ? item.summary : undefined),
    time: first(item.date_published, item.date_modified),
    url: first(item.url, item.external_url, item.id),
    author: joined((item.authors ?? feed.authors)?.map(({ name }) => name)),
    lang: first(item.language, feed.language),
    isSummary:
      first(item.content_html, item.content_text) === undefined ||
      isCut(first(item.content_html, item.content_text)),
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
    isSummary: isCut(first(item.content?.encoded, item.description)),
  };
}

function itemsOf(text: string): { publisher: string | undefined; items: Item[] } {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    throw new ImportFault(
      `It looks like a feed and cannot be read as one: ${(error as Error).message.split('\n')[0]}. Check that it was saved whole.`,
    );
  }
  switch (parsed.format) {
    case 'rss': {
      const feed = parsed.feed as RssFeed.Feed<string>;
      return {
        publisher: feed.title,
        items: (feed.items ?? []).map((item) => fromRss(item, feed as { language?: string })),
      };
    }
    case 'atom': {
      const feed = parsed.feed as AtomFeed.Feed<string>;
      return {
        publisher: feed.title?.value,
        items: (feed.entries ?? []).map((entry) => fromAtom(entry, feed)),
      };
    }
    case 'json': {
      const feed = parsed.feed as JsonFeed.Feed<string>;
      return {
        publisher: feed.title,
        items: (feed.items ?? []).map((item) => fromJson(item, feed)),
      };
    }
    default: {
      const feed = parsed.feed as RdfFeed.Feed<string>;
      return { publisher: feed.title, items: (feed.items ?? []).map(fromRdf) };
    }
  }
}

/** How to read each item of an RSS, Atom or JSON feed. A summary is taken where an item has no more than that, and said to be one. */
export function readFeed(text: string, sha256: string): (() => Reading)[] {
  const { publisher, items } = itemsOf(text);
  return items.map((item) => () => {
    const url = asAddress(item.url);
    const read =
      item.html === undefined
        ? { body: paragraphsOf(item.text ?? ''), notes: [] }
        : bodyOfHtml(asParagraphs(item.html), url);
    if (read.body.children.length === 0) return { skipped: 'it has no text' };
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
        notes: [
          ...read.notes,
          ...(item.isSummary ? ['the feed gives a summary only, which was taken as it is'] : []),
        ],
      },
    };
  });
}
