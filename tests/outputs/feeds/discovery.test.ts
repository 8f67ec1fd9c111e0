import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import { discoveryFiles } from '../../../src/outputs/feeds/discovery.ts';
import type { FeedFile } from '../../../src/outputs/feeds/feed.ts';
import type { FedArticle } from '../../../src/outputs/feeds/latest.ts';
import { sitemapFiles } from '../../../src/outputs/feeds/sitemap.ts';

const address = (path: string) => `https://archive.example${path}`;
const article = (
  slug: string,
  added: string,
  fields: Partial<FedArticle['data']> = {},
): FedArticle => ({
  id: `2031/04/02/${slug}`,
  data: {
    date: '2031-04-02',
    corrections: [],
    people: [],
    places: [],
    organisations: [],
    about: [],
    heading: { text: `Of ${slug} <&> “it”`, stated: true },
    ...fields,
  },
  added,
});
const ALL = [
  article('gale', '2031-04-05', {
    summary: 'A gale & more.',
    people: ['ada-varga', 'constructor'],
  }),
  article('calm', '2031-04-09', { opening: 'All was calm.', about: ['ada-varga'] }),
  ...['haze', 'swell', 'tide'].map((slug) =>
    article(slug, `2031-04-0${slug === 'haze' ? 6 : slug === 'swell' ? 7 : 8}`, {
      people: ['ada-varga', 'constructor'],
    }),
  ),
  article('storm', '2031-04-05', {
    corrections: [
      { date: '2031-06-01', note: 'It was wrong.', was: 'title', text: 'Wind', typo: false },
    ],
  }),
];
const textsOf = (found: Iterable<FeedFile>) =>
  new Map([...found].map(({ path, text }) => [path, text()]));
const files = textsOf(
  discoveryFiles(
    ALL,
    [
      {
        kind: 'people',
        id: 'ada-varga',
        data: { name: 'Ada Varga', formerly: ['a-varga'] },
        latest: '2031-04-02',
      },
      {
        kind: 'people',
        id: 'constructor',
        data: { name: 'Constructor', formerly: [] },
        latest: '2031-04-02',
      },
    ],
    address,
  ),
);
const contentOf = (path: string) => files.get(path) ?? '';
const xml = (text: string) => new JSDOM(text, { contentType: 'text/xml' }).window.document;
const LATEST = ['calm', 'tide', 'swell', 'haze', 'storm', 'gale'].map((slug) =>
  address(`/2031/04/02/${slug}/`),
);

test('Atom: what was added last comes first, with its permalink for an id', () => {
  const feed = parseAtomFeed(contentOf('/feeds/articles.atom'));
  assert.deepEqual(
    feed.entries?.map(({ id }) => id),
    LATEST,
  );
  assert.equal(feed.entries?.[0]?.title?.value, 'Of calm <&> “it”');
  assert.equal(feed.entries?.[4]?.updated, '2031-06-01T00:00:00.000Z');
  assert.equal(feed.entries?.[4]?.published, '2031-04-05T00:00:00.000Z');
  assert.equal(feed.updated, '2031-06-01T00:00:00.000Z');
  assert.ok(
    feed.links?.some(({ rel, href }) => rel === 'self' && href === address('/feeds/articles.atom')),
  );
});

test('RSS: the same, with dates as RFC 822 has them', () => {
  const text = contentOf('/feeds/articles.rss');
  const feed = parseRssFeed(text);
  assert.deepEqual(
    feed.items?.map(({ guid }) => guid?.value),
    LATEST,
  );
  assert.match(text, /<pubDate>Wed, 09 Apr 2031 00:00:00 GMT<\/pubDate>/);
  assert.ok(xml(text).querySelector('channel > description')?.textContent);
});

test('JSON Feed 1.1: the same', () => {
  const feed = JSON.parse(contentOf('/feeds/articles.json'));
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.deepEqual(
    feed.items.map(({ id }: { id: string }) => id),
    LATEST,
  );
  for (const item of feed.items) assert.ok(item.content_text && /Z$/.test(item.date_published));
});

test('a name has a feed in Atom, of the articles that are filed under it', () => {
  const mine = ['calm', 'tide', 'swell', 'haze', 'gale'].map((slug) =>
    address(`/2031/04/02/${slug}/`),
  );
  const home = address('/people/ada-varga/');
  const atom = contentOf('/people/ada-varga/feed.atom');
  const feed = parseAtomFeed(atom);
  assert.deepEqual(
    feed.entries?.map(({ id }) => id),
    mine,
  );
  assert.equal(feed.id, home);
  assert.match(feed.title?.value ?? '', /: Ada Varga$/);
  assert.equal(contentOf('/people/a-varga/feed.atom'), atom);
});

test('a name with four articles has none, whatever it is called', () => {
  assert.equal(files.has('/people/constructor/feed.atom'), false);
  const { body } = parseOpml(contentOf('/feeds/names.opml'));
  assert.deepEqual(body?.outlines, [
    {
      text: 'People',
      outlines: [
        {
          type: 'rss',
          text: 'Ada Varga',
          xmlUrl: address('/people/ada-varga/feed.atom'),
          htmlUrl: address('/people/ada-varga/'),
        },
      ],
    },
  ]);
});

test('the sitemap has every article and name, and says when each changed', () => {
  const document = xml(contentOf('/sitemap.xml'));
  assert.equal(
    document.documentElement.namespaceURI,
    'http://www.sitemaps.org/schemas/sitemap/0.9',
  );
  const changed = new Map(
    [...document.querySelectorAll('url')].map((url) => [
      url.querySelector('loc')?.textContent,
      url.querySelector('lastmod')?.textContent,
    ]),
  );
  assert.equal(changed.get(address('/2031/04/02/storm/')), '2031-06-01');
  assert.equal(changed.get(address('/people/ada-varga/')), '2031-04-02');
  for (const path of ['/', '/figures/', '/data/']) assert.ok(changed.has(address(path)), path);
});

test('a large sitemap is an index of parts, each within the protocol', () => {
  const pages = Array.from({ length: 50_001 }, (_, at) => ({
    url: address(`/${at}/?a&b`),
    changed: '2031-04-02',
  }));
  const parts = sitemapFiles(pages, address);
  const named = [...xml(parts.get('/sitemap.xml') ?? '').querySelectorAll('sitemap > loc')].map(
    (loc) => new URL(loc.textContent ?? '').pathname,
  );
  assert.deepEqual(named, [...parts.keys()].slice(1));
  const listed = named.flatMap((path) =>
    [...xml(parts.get(path) ?? '').querySelectorAll('loc')].map((loc) => loc.textContent),
  );
  assert.deepEqual(
    listed,
    pages.map(({ url }) => url),
  );
  for (const path of named) assert.ok((parts.get(path)?.match(/<loc>/g)?.length ?? 0) <= 50_000);
});

test('robots may read all but results, and are told of the sitemap', () => {
  const lines = contentOf('/robots.txt').split('\n');
  assert.ok(lines.includes('Disallow: /search/?') && lines.includes('Allow: /'));
  assert.ok(lines.includes(`Sitemap: ${address('/sitemap.xml')}`));
});

test('llms.txt has a heading, a summary and lists of links', () => {
  assert.match(
    contentOf('/llms.txt'),
    /^# .+\n\n> .+\n\n## Pages\n\n(- \[.+\]\(https:.+\): .+\n)+\n## Data\n\n(- \[.+\]\(https:.+\): .+\n)+$/,
  );
});

test('an archive without an article has sound feeds', () => {
  const none = textsOf(discoveryFiles([], [], address));
  assert.equal(parseAtomFeed(none.get('/feeds/articles.atom') ?? '').entries, undefined);
  assert.deepEqual(JSON.parse(none.get('/feeds/articles.json') ?? '').items, []);
});
