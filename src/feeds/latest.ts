import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Article, Heading } from '../archive/article.ts';
import { articlePath } from '../archive/url.ts';
import { site } from '../site.ts';
import { FEED_PATHS } from './feed-paths.ts';

/** An article as far as feeds tell of it. */
export interface FedArticle {
  id: string;
  data: Pick<Article, 'date' | 'summary' | 'corrections' | 'lang'> & {
    heading: Heading;
    opening?: string | undefined;
  };
  /** The day on which it was added to the archive, YYYY-MM-DD. */
  added: string;
}

const LATEST = 50;
const moment = (day: string) => `${day}T00:00:00Z`;

/** The last day on which what an article shows was changed. */
const changedOn = ({ data, added }: FedArticle): string =>
  [added, ...data.corrections.map(({ date }) => date)].toSorted().at(-1) ?? added;

/**
 * The articles that were added last, as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, by path. All of it comes from the
 * content: the same archive gives the same bytes, and an article keeps its id, which is its permalink.
 *
 * @param articles published ones
 * @param address makes an address of a path
 */
export function latestFeeds(
  articles: readonly FedArticle[],
  address: (path: string) => string,
): Map<string, string> {
  const latest = articles
    .toSorted((a, b) => b.added.localeCompare(a.added) || (a.id < b.id ? 1 : -1))
    .slice(0, LATEST);
  const items = latest.map((article) => ({
    url: address(articlePath(article.id)),
    title: article.data.heading.text,
    summary: article.data.summary ?? article.data.opening,
    added: moment(article.added),
    changed: moment(changedOn(article)),
    lang: article.data.lang ?? site.lang,
  }));
  const updated =
    items
      .map(({ changed }) => changed)
      .toSorted()
      .at(-1) ?? moment('1970-01-01');
  const title = `${site.title}: articles`;
  const home = address('/');
  const atom = generateAtomFeed({
    id: home,
    title: { value: title },
    updated,
    authors: [{ name: site.title }],
    links: [
      { href: address(FEED_PATHS.atom), rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    entries: items.map((item) => ({
      id: item.url,
      title: { value: item.title },
      updated: item.changed,
      published: item.added,
      links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
      ...(item.summary && { summary: { value: item.summary } }),
    })),
  });
  const rss = generateRssFeed({
    title,
    link: home,
    description: site.description,
    language: site.lang,
    pubDate: new Date(updated),
    atom: { links: [{ href: address(FEED_PATHS.rss), rel: 'self', type: 'application/rss+xml' }] },
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      ...(item.summary && { description: item.summary }),
      guid: { value: item.url, isPermaLink: true },
      pubDate: new Date(item.added),
    })),
  });
  const json = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: address(FEED_PATHS.json),
    description: site.description,
    language: site.lang,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_text: item.summary ?? item.title,
      date_published: new Date(item.added),
      date_modified: new Date(item.changed),
      language: item.lang,
    })),
  });
  return new Map([
    [FEED_PATHS.atom, atom],
    [FEED_PATHS.rss, rss],
    // A feed without items has an empty list of them.
    [FEED_PATHS.json, `${JSON.stringify({ items: [], ...(json as object) })}\n`],
  ]);
}
