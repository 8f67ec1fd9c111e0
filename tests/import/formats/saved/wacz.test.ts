import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readingsOf } from '../../../support/readings.ts';
import { articlePage, warcOf } from '../../../support/warc.ts';
import { zipOf as zipOfFiles } from '../../../support/zip.ts';

const FERRY = 'The ferry of Quern ran again on Monday, and the harbour was full of people.';
const LAMP = 'The lamp of Quern was lit again on Monday, and nobody said who had paid for it.';
const MILL = 'The mill of Osk stood still for a week, and forty people went without bread.';

const zipOf = (files: readonly { name: string; bytes: string | Buffer }[]) =>
  zipOfFiles(new Map(files.map(({ name, bytes }) => [name, bytes])));

const FIRST = {
  name: 'archive/a.warc.gz',
  bytes: warcOf(
    [
      { body: articlePage(FERRY) },
      { address: 'https://gazette.example/mill', body: articlePage(MILL) },
    ],
    true,
  ),
};
const SECOND = {
  name: 'archive/b.warc',
  bytes: warcOf([
    {
      address: 'https://gazette.example/lamp',
      time: '2031-04-06T00:00:00Z',
      body: articlePage(LAMP),
    },
  ]),
};
const list = (...addresses: string[]) =>
  [
    '{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}',
    ...addresses.map((url) => JSON.stringify({ url, ts: '2031-04-03T08:30:00Z', title: 'x' })),
    '',
  ].join('\n');

suite('web archives in a zip', () => {
  test('what is listed as a page comes in, from every archive in it', async () => {
    const { stories, skipped, faults } = await readingsOf(
      await zipOf([
        FIRST,
        SECOND,
        { name: 'pages/pages.jsonl', bytes: list('https://gazette.example/ferry') },
        { name: 'pages/extraPages.jsonl', bytes: list('https://gazette.example/lamp') },
        { name: 'datapackage.json', bytes: '{}' },
      ]),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(
      stories.map(({ paragraphs }) => paragraphs.join()),
      [FERRY, LAMP],
    );
    assert.deepEqual(
      stories.map(({ accessed }) => accessed),
      ['2031-04-03', '2031-04-06'],
    );
    assert.deepEqual(
      skipped.map(({ skipped }) => skipped),
      ['the archive does not list it among its pages'],
    );
  });

  test('a page that a listed address leads to is listed', async () => {
    const moved = warcOf([
      {
        address: 'http://gazette.example/old',
        answer: ['HTTP/1.1 301 Moved', 'Location: https://www.gazette.example/lamp'],
      },
      { address: 'https://www.gazette.example/lamp', body: articlePage(LAMP) },
    ]);
    const { stories } = await readingsOf(
      await zipOf([
        { name: 'archive/c.warc', bytes: moved },
        { name: 'pages/pages.jsonl', bytes: list('http://gazette.example/old') },
      ]),
    );
    assert.deepEqual(
      stories.map(({ url }) => url),
      ['https://www.gazette.example/lamp'],
    );
  });

  test('without a list, every page that holds an article comes in', async () => {
    const { stories } = await readingsOf(await zipOf([FIRST, SECOND]));
    assert.equal(stories.length, 3);
  });

  test('one without an archive, and one that is cut off, say so', async () => {
    const { faults } = await readingsOf(
      await zipOf([{ name: 'pages/pages.jsonl', bytes: list() }]),
    );
    assert.match(faults.join(), /holds no WARC/);
    const whole = await zipOf([FIRST]);
    const cut = await readingsOf(whole.subarray(0, whole.length - 200));
    assert.match(cut.faults.join(), /damaged/);
  });
});
