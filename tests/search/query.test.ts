import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryParts } from '../../src/search/query.ts';

const NAMES: Record<string, number[]> = {
  varga: [0],
  'ada varga': [0],
  'port ansel': [1],
  'port ansel harbour board': [2],
  askel: [3, 4],
  نتنياهو: [5],
};
const named = (words: readonly string[]) => NAMES[words.join(' ')] ?? [];
const shown = (query: string) =>
  queryParts(query, named).map(({ type, words }) => `${type}: ${words.join(' ')}`);

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
];

for (const [query, parts] of QUERIES) {
  test(`${query} is ${parts.join(', ') || 'nothing'}`, () => assert.deepEqual(shown(query), parts));
}

test('a spelling of two records is both', () => {
  assert.deepEqual(queryParts('Askel', named), [
    { type: 'name', words: ['askel'], records: [3, 4] },
  ]);
});
