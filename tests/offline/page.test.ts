import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from '../../src/client/offline/matching.ts';
import { offlineNames } from '../../src/domain/search/offline-names.ts';
import { packedLink, packedPictures } from '../../src/offline/link.ts';
import { packedPage } from '../../src/offline/page.ts';

const SITE = {
  address: new URL('https://host.example/archive/'),
  files: new Set([
    'index.html',
    'people/ada/index.html',
    'people/ada/page-2/index.html',
    'نهر/index.html',
    '_astro/a.css',
    '2031/04/02/storm/cite.ris',
    '2031/04/02/storm/index.html',
    'search/index.html',
    'media/m-abcdefghijkl/captions-en.vtt',
    'media/m-abcdefghijkl/captions-de.vtt',
  ]),
  read: (file: string) =>
    Buffer.from('WEBVTT\n'.padEnd(file.endsWith('de.vtt') ? 1_000_001 : 7, '\n')),
};
const FROM = '2031/04/02/storm/index.html';

// biome-ignore format: a table, a link a row
const LINKS: [name: string, link: string, packed: string][] = [
  ['a page', '/archive/people/ada/', '../../../../people/ada/index.html'],
  ['a page of a list, at a place in it', '/archive/people/ada/page-2/#x', '../../../../people/ada/page-2/index.html#x'],
  ['the first page', '/archive/', '../../../../index.html'],
  ['itself', '/archive/2031/04/02/storm/', 'index.html'],
  ['a place on itself', '#p-abcdefgh', '#p-abcdefgh'],
  ['a file beside it', 'cite.ris', 'cite.ris'],
  ['a question', '/archive/search/?q=a%20b', '../../../../search/index.html?q=a%20b'],
  ['letters that addresses spell out', '/archive/%D9%86%D9%87%D8%B1/', '../../../../%D9%86%D9%87%D8%B1/index.html'],
  ['what is not packed', '/archive/verify/?q=a', 'https://host.example/archive/verify/?q=a'],
  ['what lies outside the archive', '/other/', 'https://host.example/other/'],
  ['the permalink that is to be cited', 'https://host.example/archive/people/ada/', 'https://host.example/archive/people/ada/'],
  ['a mail', 'mailto:desk@host.example', 'mailto:desk@host.example'],
  ['a file in an address', 'data:text/plain,a', 'data:text/plain,a'],
];
for (const [name, link, packed] of LINKS)
  test(`a link to ${name}`, () => assert.equal(packedLink(link, FROM, SITE), packed));

test('the sizes of a picture are files of the pack', () => {
  const site = {
    ...SITE,
    files: new Set(['media/m-abcdefghijkl/320.webp', 'media/m-abcdefghijkl/640.webp']),
  };
  const sizes = (folder: string) =>
    `${folder}media/m-abcdefghijkl/320.webp 320w, ${folder}media/m-abcdefghijkl/640.webp 640w`;
  assert.equal(packedPictures(sizes('/archive/'), FROM, site), sizes('../../../../'));
  const html = `<picture><source srcset="${sizes('/archive/')}"></picture>`;
  assert.ok(packedPage(html, FROM, site).includes(sizes('../../../../')));
});

test('captions stand in the page, and only very long ones are a file', () => {
  const track = (lang: string) =>
    `<track kind="captions" src="/archive/media/m-abcdefghijkl/captions-${lang}.vtt" srclang="${lang}">`;
  const packed = (lang: string) => packedPage(track(lang), FROM, SITE);
  assert.ok(packed('en').includes('src="data:text/vtt;charset=utf-8;base64,V0VCVlRUCg=="'));
  assert.ok(packed('de').includes('src="../../../../media/m-abcdefghijkl/captions-de.vtt"'));
  assert.ok(packed('fr').includes('src="https://host.example/archive/media/'));
});

test('a page keeps what it says, to the byte, and loses what only a network has', () => {
  const text = '&lt;a href="/archive/people/ada/"&gt; {“x”} &amp; <bdi>é</bdi>';
  const html = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><link rel="canonical" href="https://host.example/archive/2031/04/02/storm/"><link rel="search" href="/archive/opensearch.xml"><link rel="stylesheet" href="/archive/_astro/a.css"><script type="application/ld+json">{"a":"\\u003c"}</script></head><body><p>${text}</p><script type="module" src="/archive/_astro/a.js"></script><footer></footer></body></html>`;
  const packed = packedPage(html, FROM, SITE);
  assert.ok(packed.includes(`<p>${text}</p>`));
  assert.ok(
    packed.includes('<link rel="canonical" href="https://host.example/archive/2031/04/02/storm/">'),
  );
  assert.ok(packed.includes('href="../../../../_astro/a.css"'));
  assert.ok(packed.includes('{"a":"\\u003c"}'));
  assert.doesNotMatch(packed, /opensearch|module|a\.js/);
  assert.match(packed, /default-src 'none'; style-src file:/);
  assert.match(packed, /<footer><p>A copy for reading/);
});

test('an old address leads on by itself', () => {
  const html =
    '<html><head><noscript><meta http-equiv="refresh" content="0; url=/archive/people/ada/"></noscript></head><body></body></html>';
  const packed = packedPage(html, 'people/old/index.html', SITE);
  assert.ok(packed.includes('<meta http-equiv="refresh" content="0; url=../ada/index.html">'));
  assert.doesNotMatch(packed, /noscript/);
});

const names = offlineNames(
  {
    records: [
      {
        kind: 'people',
        id: 'ada',
        name: 'Ada Varga',
        spellings: ['Ada Varga', 'Варга', 'Captain Várga'],
      },
      { kind: 'people', id: 'bo', name: 'Bo Varga', spellings: ['Bo Varga'] },
    ],
    articles: [
      {
        id: '2031/04/02/a',
        heading: 'Ferry runs',
        date: '2031-04-02',
        people: ['ada'],
        places: [],
        organisations: [],
        about: ['ada'],
      },
      {
        id: '2031/04/03/b',
        heading: 'Ferry stops',
        date: '2031-04-03',
        people: ['ada', 'bo'],
        places: [],
        organisations: [],
        about: [],
      },
    ],
  },
  SITE.address.href,
);
const found = (query: string) =>
  match(query, names).records.map(({ id, articles }) => [id, articles]);

test('a name is found by any spelling, by the beginnings of its words, and that of most articles is first', () => {
  assert.deepEqual(found('варга'), [['ada', 2]]);
  assert.deepEqual(found('VARG capt'), [['ada', 2]]);
  assert.deepEqual(found('varga'), [
    ['ada', 2],
    ['bo', 1],
  ]);
  assert.deepEqual(found('ada bo'), []);
  assert.deepEqual(found(' '), []);
});

test('a headline is found by its words, the latest first', () => {
  assert.deepEqual(
    match('ferry', names).articles.map(([heading]) => heading),
    ['Ferry stops', 'Ferry runs'],
  );
  assert.deepEqual(
    match('ferry run', names).articles.map(([heading]) => heading),
    ['Ferry runs'],
  );
});
