import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedRecord } from '../../../src/domain/search/layout.ts';
import { queryOf, queryParts } from '../../../src/domain/search/query.ts';

const record = (id: string): NamedRecord => ({ kind: 'people', id, name: id, count: 1 });
const NAMES: Record<string, number[]> = {
  varga: [0],
  'ada varga': [0],
  'port ansel': [1],
  'port ansel harbour board': [2],
  askel: [3, 4],
  نتنياهو: [5],
  '田 村': [6],
  '1': [7],
  x: [7],
};
const named = (words: readonly string[]) =>
  (NAMES[words.join(' ')] ?? []).map((number) => record(`${number}`));
const shown = (query: string) =>
  queryParts(query, named).parts.map(
    ({ type, words, excluded }) => `${excluded ? 'no ' : ''}${type}: ${words.join(' ')}`,
  );

const QUERIES: [query: string, parts: string[]][] = [
  ['', []],
  ['  ', []],
  ['ferry', ['word: ferry']],
  ['Ada VARGA', ['name: ada varga']],
  ['varga ferry', ['name: varga', 'word: ferry']],
  ['Port-Ansel', ['name: port ansel']],
  ['port ansel harbour board', ['name: port ansel harbour board']],
  ['port ansel harbour', ['name: port ansel', 'word: harbour']],
  ['Varga’s ferry', ['name: varga', 'word: ferry']],
  ['“port ansel” ferry', ['phrase: port ansel', 'word: ferry']],
  ['"lost at sea"', ['phrase: lost at sea']],
  ['"unclosed phrase', ['word: unclosed', 'word: phrase']],
  ['نتنياهو', ['name: نتنياهو']],
  ['<b>&', ['word: b']],
  ['???', []],
  ['2,700 people', ['word: 2700', 'word: people']],
  ['U.S. aid', ['word: us', 'word: aid']],
  ['at 2:30', ['word: at', 'phrase: 2 30']],
  ['海洋調査', ['phrase: 海 洋 調 査']],
  ['ferry -lost', ['word: ferry', 'no word: lost']],
  ['-varga ferry', ['no name: varga', 'word: ferry']],
  ['ferry -"lost at sea" “a b”', ['word: ferry', 'no phrase: lost at sea', 'phrase: a b']],
  ['ferry-boat', ['word: ferry', 'word: boat']],
  ['ferry - boat', ['word: ferry', 'word: boat']],
  ['−lost', ['no word: lost']],
  ['"" x', ['name: x']],
  // A piece of a number is no surname, nor is a letter that stands by a sign.
  ['1', ['name: 1']],
  ['rose 1.5', ['word: rose', 'phrase: 1 5']],
  ['-2:1 ferry', ['no phrase: 2 1', 'word: ferry']],
  ['x/y', ['phrase: x y']],
  ['ferry varga Ferry varga', ['word: ferry', 'name: varga']],
  ['田村花', ['name: 田 村', 'word: 花']],
];

for (const [query, parts] of QUERIES) {
  test(`${query} is ${parts.join(', ') || 'nothing'}`, () => assert.deepEqual(shown(query), parts));
}

test('a spelling of two records is both', () => {
  assert.deepEqual(queryParts('Askel', named).parts, [
    {
      type: 'name',
      words: ['askel'],
      written: 'Askel',
      excluded: false,
      records: [record('3'), record('4')],
    },
  ]);
});

test('a part remembers how it was written', () => {
  const written = queryParts('  Łódź  “Life, ring”  2,700', named).parts.map(
    (part) => part.written,
  );
  assert.deepEqual(written, ['Łódź', 'Life, ring', '2,700']);
});

test('parts written as a query are read as the same parts', () => {
  for (const [query] of QUERIES) {
    const { parts } = queryParts(query, named);
    assert.deepEqual(shown(queryOf(parts)), shown(query), query);
  }
});
