import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import type { SourceMedium } from '../../media/source-medium.ts';
import { ImportFault } from '../../source-document.ts';
import { enclosed, mediaOf } from './feed-media.ts';
import { isCut, isTeaser } from './teaser.ts';

/** What every form of feed says of an item. */
export interface Item {
  title: string | undefined;
  titleIsHtml: boolean;
  html: string | undefined;
  text: string | undefined;
  time: string | undefined;
  url: string | undefined;
  author: string | undefined;
  lang: string | undefined;
  /** The address that the others in it are relative to, where it is not its own. */
  base?: string | undefined;
  /** What the feed says of it beside its whole text. */
  description?: string | undefined;
  /** Pictures, sounds and films beside its text. */
  media?: SourceMedium[];
  /** True where the feed gives no more than the beginning, or says that it is a summary. */
  isSummary: boolean;
}

const first = (...values: (string | undefined)[]) =>
  values.find((value) => value !== undefined && value.trim() !== '');
const joined = (names: readonly (string | undefined)[] | undefined) =>
  names?.filter(Boolean).join(', ') || undefined;

/** Whether an item has no more than a summary: in the element for whole texts one that is cut off, or a description alone. */
const isSummary = (whole: string | undefined, description: string | undefined): boolean => {
  const text = first(whole);
  return text === undefined ? isTeaser(description ?? '') : isCut(text);
};

/** The name in “a@b.example (Ann)”, as RSS names a person. */
function nameBeside(author: string): string | undefined {
  const text = author.trimEnd();
  const at = text.indexOf('(');
  return at >= 0 && text.endsWith(')') ? text.slice(at + 1, -1) || undefined : undefined;
}

/** Text without a tag in it has its paragraphs as plain text has. */
export const asParagraphs = (html: string) =>
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
    description: first(item.content?.encoded) && item.description,
    media: [...mediaOf(item.media), ...enclosed(item.enclosures)],
    isSummary: isSummary(item.content?.encoded, item.description),
  };
}

/** An address that may be relative to another. */
const resolved = (address: string | undefined, base: string | undefined) =>
  address !== undefined && base !== undefined && URL.canParse(address, base)
    ? new URL(address, base).href
    : (address ?? base);

function fromAtom(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): Item {
  const content = entry.content?.value ? entry.content : entry.summary;
  const isText =
    content?.type === undefined || content.type === 'text' || content.type === 'text/plain';
  const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate');
  const base = resolved(entry.xml?.base, feed.xml?.base);
  return {
    title: entry.title?.value,
    titleIsHtml: entry.title?.type === 'html' || entry.title?.type === 'xhtml',
    html: isText ? undefined : content?.value,
    text: isText ? content?.value : undefined,
    time: first(entry.published, entry.updated),
    url: first(resolved(link?.href, base), entry.id),
    base,
    description: entry.content?.value ? entry.summary?.value : undefined,
    media: [
      ...mediaOf(entry.media),
      ...enclosed(
        entry.links
          ?.filter(({ rel }) => rel === 'enclosure')
          .map(({ href, type }) => ({ url: href, type })),
      ),
    ],
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
    description: item.summary,
    time: first(item.date_published, item.date_modified),
    url: first(item.url, item.external_url, item.id),
    author: joined((item.authors ?? feed.authors)?.map(({ name }) => name)),
    media: enclosed([
      ...(item.image ? [{ url: item.image, type: 'image/*' }] : []),
      ...(item.attachments ?? []).map(({ url, mime_type: type, title }) => ({ url, type, title })),
    ]),
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
    description: first(item.content?.encoded) && item.description,
    isSummary: isSummary(item.content?.encoded, item.description),
  };
}

/** A feed of whatever form. */
export interface Feed {
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

/** The items of a feed. @throws ImportFault where it cannot be read */
export function itemsOf(text: string): Feed {
  try {
    return parsed(text);
  } catch (error) {
    throw new ImportFault(
      `It looks like a feed and cannot be read as one: ${(error as Error).message.split('\n')[0]}. Check that it was saved whole.`,
    );
  }
}
