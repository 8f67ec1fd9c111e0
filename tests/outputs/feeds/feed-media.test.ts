import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import { filedMediumSchema, type PublishedMedium } from '../../../src/domain/media/filed-medium.ts';
import { discoveryFiles } from '../../../src/outputs/feeds/discovery.ts';

const address = (path: string) => `https://archive.example${path}`;
const medium = (id: string, said: object, facts: object) =>
  filedMediumSchema.parse({ id, file: 'a.jpg', ...said, facts }) as PublishedMedium;

const WORDS = 'The “<quay>” of R&D at noon';
const picture = medium(
  'm-abcdefghijkl',
  { kind: 'photograph', altText: 'A quay', caption: WORDS, creditLine: 'A & B' },
  { type: 'image/jpeg', width: 4000, height: 3000, bytes: 1 },
);
const sound = medium(
  'm-mnopqrstuvwx',
  { kind: 'audio', caption: 'The bell', creditLine: 'unknown', transcript: 'none' },
  { type: 'audio/mpeg', bytes: 1200, seconds: 61.6 },
);
const article = (slug: string, media: PublishedMedium[], lead?: PublishedMedium) => ({
  id: `2031/04/02/${slug}`,
  data: {
    ...{ date: '2031-04-02', corrections: [], people: [], places: [], organisations: [] },
    ...{ about: [], heading: { text: slug, stated: true } },
  },
  added: '2031-04-02',
  picture: lead,
  media,
});
const files = new Map(
  [
    ...discoveryFiles(
      [article('bare', []), article('quay', [picture, sound], picture)],
      [],
      address,
    ),
  ].map(({ path, text }) => [path, text()]),
);
const file = (path: string) => files.get(path) ?? '';
const large = address('/media/m-abcdefghijkl/1920.jpg');
const bell = address('/media/m-mnopqrstuvwx/file.mp3');

test('RSS and Atom have a picture with its words and credit to the letter, and its size', () => {
  const rss = parseRssFeed(file('/feeds/articles.rss')).items?.[0]?.media?.contents;
  const atom = parseAtomFeed(file('/feeds/articles.atom')).entries?.[0]?.media?.groups;
  assert.equal(atom?.length, 1);
  for (const contents of [rss, atom?.[0]?.contents]) {
    const [content, ...others] = contents ?? [];
    assert.deepEqual(others, []);
    assert.equal(content?.url, large);
    assert.deepEqual([content?.width, content?.height], [1920, 1440]);
    assert.equal(content?.description?.value, WORDS);
    assert.equal(content?.credits?.[0]?.value, 'A & B');
    assert.deepEqual(content?.thumbnails, [
      { url: address('/media/m-abcdefghijkl/320.jpg'), width: 320, height: 240 },
    ]);
  }
});

test('a sound is an enclosure in each form, with its length', () => {
  const [rss] = parseRssFeed(file('/feeds/articles.rss')).items ?? [];
  assert.deepEqual(rss?.enclosures, [{ url: bell, type: 'audio/mpeg', length: 1200 }]);
  const [atom] = parseAtomFeed(file('/feeds/articles.atom')).entries ?? [];
  const enclosure = atom?.links?.find(({ rel }) => rel === 'enclosure');
  assert.equal(enclosure?.href, bell);
  assert.equal(enclosure?.length, 1200);
  const [json] = parseJsonFeed(file('/feeds/articles.json')).items ?? [];
  assert.equal(json?.image, large);
  assert.deepEqual(json?.attachments, [
    {
      ...{ url: bell, mime_type: 'audio/mpeg', size_in_bytes: 1200 },
      ...{ title: 'The bell', duration_in_seconds: 62 },
    },
  ]);
});

test('an article without media has none of it', () => {
  const bare = parseRssFeed(file('/feeds/articles.rss')).items?.[1];
  assert.equal(bare?.title, 'bare');
  assert.equal(bare?.media, undefined);
  assert.equal(bare?.enclosures, undefined);
});

test('the sitemap names the pictures of pages, and the page of each medium', () => {
  const { document } = new JSDOM(file('/sitemap.xml'), { contentType: 'text/xml' }).window;
  const images = (path: string) => {
    const page = [...document.querySelectorAll('url')].find(
      (url) => url.querySelector(':scope > loc')?.textContent === address(path),
    );
    assert.ok(page, path);
    return [
      ...page.getElementsByTagNameNS('http://www.google.com/schemas/sitemap-image/1.1', 'loc'),
    ].map((loc) => loc.textContent);
  };
  assert.deepEqual(images('/2031/04/02/quay/'), [large]);
  assert.deepEqual(images('/media/m-abcdefghijkl/'), [large]);
  assert.deepEqual(images('/media/m-mnopqrstuvwx/'), []);
  assert.deepEqual(images('/2031/04/02/bare/'), []);
});
