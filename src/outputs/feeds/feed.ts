import { hash } from 'node:crypto';
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { site } from '../../site.ts';

/** An item of a feed. */
export interface FeedItem {
  /** Its permanent identifier, an address. */
  id: string;
  url: string;
  title: string;
  /** A sentence or two about it. */
  summary?: string | undefined;
  content?: string | undefined;
  /** Days, YYYY-MM-DD: all of a feed comes from the content, so that the same archive gives the same bytes. */
  added: string;
  changed: string;
  /** BCP 47. */
  lang: string;
}

/** A feed, independent of its format. */
export interface Feed {
  title: string;
  description: string;
  /** Address of the page that the feed belongs to. */
  home: string;
  items: readonly FeedItem[];
  /** The day of its last change where it has no item. */
  since?: string | undefined;
}

// Items have a day, but feed readers expect a moment.
const moment = (day: string) => `${day}T00:00:00Z`;

const updated = ({ items, since = '1970-01-01' }: Feed): string =>
  moment(
    items
      .map(({ changed }) => changed)
      .toSorted()
      .at(-1) ?? since,
  );

const references = (text: string) =>
  text.replace(/[&<>]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);

/** XML without CDATA sections, since some feed readers take a “<” in one for the beginning of a tag. */
function withoutCdata(xml: string): string {
  const [before = '', ...sections] = xml.split('<![CDATA[');
  const parts = sections.map((section) => {
    const end = section.indexOf(']]>');
    return { text: references(section.slice(0, end)), after: section.slice(end + 3).trimStart() };
  });
  // White space around a section comes from the writer of the XML, not from the text.
  const last = parts.pop();
  return [
    last ? before.trimEnd() : before,
    ...parts.map(({ text, after }) => `${text}${after.trimEnd()}`),
    last ? `${last.text}${last.after}` : '',
  ].join('');
}

const plain = (value: string) => ({ value, type: 'text' }) as const;

const atom = (feed: Feed, self: string): string =>
  withoutCdata(
    generateAtomFeed({
      id: feed.home,
      title: plain(feed.title),
      updated: updated(feed),
      authors: [{ name: site.title }],
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        { href: feed.home, rel: 'alternate', type: 'text/html' },
      ],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: plain(item.title),
        updated: moment(item.changed),
        published: moment(item.added),
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        ...(item.content
          ? { content: plain(item.content) }
          : { summary: plain(item.summary ?? item.title) }),
      })),
    }),
  );

const rss = (feed: Feed, self: string): string =>
  withoutCdata(
    generateRssFeed({
      title: feed.title,
      link: feed.home,
      description: feed.description,
      language: site.lang,
      pubDate: new Date(updated(feed)),
      atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
      items: feed.items.map((item) => ({
        title: item.title,
        link: item.url,
        // In RSS only this element is HTML.
        description: references(item.content ?? item.summary ?? item.title),
        guid: { value: item.id, isPermaLink: item.id === item.url },
        pubDate: new Date(moment(item.added)),
      })),
    }),
  );

function json(feed: Feed, self: string): string {
  const made = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: self,
    description: feed.description,
    language: site.lang,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.content ?? item.summary ?? item.title,
      date_published: new Date(moment(item.added)),
      date_modified: new Date(moment(item.changed)),
      language: item.lang,
    })),
  });
  // A feed without items has an empty list of them.
  return `${JSON.stringify({ items: [], ...(made as object) })}\n`;
}

/** The forms of feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, with the media type of each. */
export const FORMS = {
  atom: { name: 'Atom', type: 'application/atom+xml', write: atom },
  rss: { name: 'RSS', type: 'application/rss+xml', write: rss },
  json: { name: 'JSON Feed', type: 'application/feed+json', write: json },
} as const;

export type FeedForm = keyof typeof FORMS;

/** A file by which others find what the archive has. */
export interface FeedFile {
  path: string;
  text: () => string;
  /** What it is made of, where that is known before it is made. */
  key?: string;
}

/**
 * A feed in each form. Each text is made only when it is asked for: an archive has thousands of feeds, and most are
 * unchanged.
 * @param paths where each form lies
 * @param address makes an address of a path
 */
export function feedFiles(
  feed: Feed,
  paths: Readonly<Record<FeedForm, string>>,
  address: (path: string) => string,
): FeedFile[] {
  const key = hash('sha256', JSON.stringify(feed));
  return (Object.keys(paths) as FeedForm[]).map((form) => ({
    path: paths[form],
    text: () => FORMS[form].write(feed, address(paths[form])),
    key,
  }));
}
