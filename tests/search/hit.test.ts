import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleData } from '../../src/data/article-data.ts';
import { snippetsOf, wordRanges } from '../../src/search/hit.ts';

const cut = (text: string, words: string[]) =>
  wordRanges(text, new Set(words)).map(({ start, end }) => text.slice(start, end));

test('words are marked as they were written, whatever their form', () => {
  assert.deepEqual(cut('Łódź and LODZ', ['lodz']), ['Łódź', 'LODZ']);
  assert.deepEqual(cut('The strike, the strikes', ['strikes']), ['strikes']);
  assert.deepEqual(cut('O’Darra’s answer', ["o'darra"]), ['O’Darra']);
  assert.deepEqual(cut('海は静かだ', ['静か']), ['静か']);
  assert.deepEqual(cut('nothing here', ['else']), []);
});

const article = {
  lang: 'en',
  paragraphs: [
    { id: 'p-1', text: 'A first line about lamps.' },
    { id: 'p-2', text: 'Ada Varga lit the lamps. Then she slept, as lamps do not.' },
    { id: 'p-3', text: 'The lamps went out.' },
    { id: 'p-4', text: 'Lamps again.' },
  ],
  mentions: [{ kind: 'people', id: 'ada-varga', paragraph: 'p-2', start: 0, end: 9 }],
} as unknown as ArticleData;
const varga = {
  kind: 'people',
  id: 'ada-varga',
  name: 'Ada Varga',
  spellings: ['Ada Varga'],
} as const;
const lamps = { paragraphs: new Set(['p-1', 'p-2', 'p-3', 'p-4']), marked: new Set(['lamps']) };
const shown = (snippets: ReturnType<typeof snippetsOf>) =>
  snippets.map(({ paragraph, pieces }) =>
    [paragraph, pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')].join(' '),
  );

test('the paragraphs with the most different matches are shown, in the order of the text', () => {
  assert.deepEqual(shown(snippetsOf(article, [{ ...varga, spellings: [] }], [lamps])), [
    'p-1 A first line about [lamps].',
    'p-2 [Ada Varga] lit the [lamps].',
    'p-3 The [lamps] went out.',
  ]);
});

test('a paragraph that holds none of the matches is not shown', () => {
  assert.deepEqual(shown(snippetsOf(article, [{ ...varga, spellings: [] }], [])), [
    'p-2 [Ada Varga] lit the lamps.',
  ]);
  assert.deepEqual(snippetsOf(article, [], []), []);
});
