import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, jsonOf, rowsOf } from '../../../../src/client/search/results/export.ts';
import type { Hit } from '../../../../src/client/search/results/hit.ts';

const hit = (heading: string, snippets: { paragraph: string; text: string }[]) =>
  ({
    article: { id: '2031/04/02/a', date: '2031-04-02', heading, lang: 'en', source: null },
    heading: [],
    about: [],
    snippets: snippets.map((snippet) => ({ ...snippet, pieces: [], directive: ':~:text=x' })),
  }) as unknown as Hit;

const rows = rowsOf(
  [
    hit('One, “two” "three"', [
      { paragraph: 'p-a', text: 'First.' },
      { paragraph: 'p-b', text: 'Second\nline.' },
    ]),
    hit('=SUM(A1)', []),
  ],
  'https://host.example/archive/',
  '/archive/',
);

test('each paragraph is a row with its permalink; a headline alone is one with that of the article', () => {
  assert.deepEqual(
    rows.map(({ permalink, text }) => [permalink, text]),
    [
      ['https://host.example/archive/2031/04/02/a/#p-a', 'First.'],
      ['https://host.example/archive/2031/04/02/a/#p-b', 'Second\nline.'],
      ['https://host.example/archive/2031/04/02/a/', ''],
    ],
  );
});

test('CSV quotes what must be, and no spreadsheet takes a text for a formula', () => {
  const [, first, , ...rest] = csvOf(rows).split(/\r\n/);
  assert.equal(
    first,
    '2031-04-02,"One, “two” ""three""",https://host.example/archive/2031/04/02/a/,https://host.example/archive/2031/04/02/a/#p-a,First.,en,',
  );
  assert.match(rest.join(), /,'=SUM\(A1\),/);
});

test('JSON says which search it answers', () => {
  const data = JSON.parse(jsonOf(rows, 'https://host.example/?q=x', '2031-05-01T00:00:00Z'));
  assert.equal(data.search, 'https://host.example/?q=x');
  assert.equal(data.results.length, 3);
  assert.equal(data.results[2].heading, '=SUM(A1)');
});
