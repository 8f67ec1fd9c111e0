import { hash } from 'node:crypto';
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { site } from '../../site.ts';
import type { FeedItem, FeedPicture } from './feed-item.ts';

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

/** The picture of an item in the terms of Media RSS. https://www.rssboard.org/media-rss */
const pictureIn = ({ url, width, height, description, thumbnail, credit }: FeedPicture) => ({
  ...{ url, type: 'image/jpeg', medium: 'image', width, height },
  ...(description && { description: { value: description, type: 'plain' } }),
  thumbnails: [thumbnail],
  ...(credit && { credits: [{ value: credit }] }),
});

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
        links: [
          { href: item.url, rel: 'alternate', type: 'text/html' },
          ...(item.recordings ?? []).map(({ url, type, length, title }) => ({
            ...{ href: url, rel: 'enclosure', type, length },
            ...(title && { title }),
          })),
        ],
        // In a group, since some readers go by names alone and would take it for the content of the entry.
        ...(item.picture && { media: { groups: [{ contents: [pictureIn(item.picture)] }] } }),
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
        // Of several, programs that play them take one.
        ...(item.recordings && {
          enclosures: item.recordings
            .slice(0, 1)
            .map(({ url, type, length }) => ({ url, type, length })),
        }),
        ...(item.picture && { media: { contents: [pictureIn(item.picture)] } }),
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
      ...(item.picture && { image: item.picture.url }),
      ...(item.recordings && {
        attachments: item.recordings.map(({ url, type, length, title, seconds }) => ({
          ...{ url, mime_type: type, size_in_bytes: length },
          ...(title && { title }),
          ...(seconds && { duration_in_seconds: Math.round(seconds) }),
        })),
      }),
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

/** The forms of a feed, each with its path. */
export const formsOf = (paths: FeedPaths) => Object.entries(paths) as [FeedForm, string][];

/** A file by which others find what the archive has. */
export interface FeedFile {
  path: string;
  text: () => string;
  /** What it is made of, where that is known before it is made. */
  key?: string;
}

/** Where each form of a feed lies, of those that it is in. */
export type FeedPaths = Readonly<Partial<Record<FeedForm, string>>>;

/**
 * A feed in each of its forms. Each text is made only when it is asked for: an archive has thousands of feeds, and most are
 * unchanged.
 * @param paths where each form lies
 * @param address makes an address of a path
 */
export function feedFiles(
  feed: Feed,
  paths: FeedPaths,
  address: (path: string) => string,
): FeedFile[] {
  const key = hash('sha256', JSON.stringify(feed));
  return formsOf(paths).map(([form, path]) => ({
    path,
    text: () => FORMS[form].write(feed, address(path)),
    key,
  }));
}
