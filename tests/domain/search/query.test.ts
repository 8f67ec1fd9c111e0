import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedRecord } from '../../../src/domain/search/layout.ts';
import { queryOf } from '../../../src/domain/search/query/part.ts';
import { queryParts } from '../../../src/domain/search/query.ts';

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
    ({ type, words, written, excluded, inTitle }) =>
      `${excluded ? 'no ' : ''}${inTitle ? 'title ' : ''}${type}: ${type === 'any' ? written : words.join(' ')}`,
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
  ['S&P 500', ['any: S&P', 'word: 500']],
  ['-R&D', ['no any: R&D']],
  ['ferry OR storm OR ferry', ['any: ferry OR storm']],
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
  ['rose 1.5', ['word: rose', 'word: 1ʘ5']],
  ['-2:1 ferry', ['no phrase: 2 1', 'word: ferry']],
  ['x/y', ['phrase: x y']],
  ['ferry varga Ferry varga', ['word: ferry', 'name: varga']],
  ['田村花', ['name: 田 村', 'word: 花']],
  // Either of two, brackets, and what is only in headlines.
  ['ferry OR boat', ['any: ferry OR boat']],
  ['ferry | boat quay', ['any: ferry OR boat', 'word: quay']],
  ['old ferry OR boat OR barge', ['word: old', 'any: ferry OR boat OR barge']],
  ['ada varga OR port ansel', ['any: ada varga OR port ansel']],
  ['(ferry OR boat) lost', ['any: ferry OR boat', 'word: lost']],
  ['(lost ferry) OR "life ring"', ['any: (lost ferry) OR "life ring"']],
  ['(ferry boat)', ['word: ferry', 'word: boat']],
  ['ferry AND boat', ['word: ferry', 'word: boat']],
  ['ferry AND NOT lost', ['word: ferry', 'no word: lost']],
  ['ferry NOT "lost at sea"', ['word: ferry', 'no phrase: lost at sea']],
  ['ferry -(lost OR late)', ['word: ferry', 'no any: lost OR late']],
  ['((((', []],
  ['ferry) (boat', ['word: ferry', 'word: boat']],
  ['OR', ['word: or']],
  ['ferry or boat', ['word: ferry', 'word: or', 'word: boat']],
  ['FERRY FOR ORDER', ['word: ferry', 'word: for', 'word: order']],
  ['title:ferry lost', ['title word: ferry', 'word: lost']],
  ['title: "port ansel"', ['title phrase: port ansel']],
  ['-title:varga ferry', ['no title word: varga', 'word: ferry']],
  ['title:(ferry OR boat)', ['title any: ferry OR boat']],
  // One word in any way in which it is written.
  ['J.P. Askel', ['word: jp', 'name: askel']],
  ['J P Askel', ['word: jp', 'name: askel']],
  ['j p ferry', ['any: j p', 'word: ferry']],
  ['Q&A', ['any: Q&A']],
  ['F-16', ['word: f16']],
  ['u ray', ['any: u ray']],
  // Amounts.
  ['$1.5 billion', ['amount: $ 1ʘ5 billion']],
  ['loan 1.5 bln', ['word: loan', 'amount: 1ʘ5 bln']],
  ['60m', ['amount: 60m']],
  ['60 m', ['word: 60', 'word: m']],
  ['5 %', ['amount: 5 percent']],
  ['five pct', ['amount: five pct']],
  ['five boats', ['word: five', 'word: boats']],
  ['2,700,000', ['amount: 2700000']],
  ['7-1/2 pct', ['amount: 7 1 2 pct']],
];

for (const [query, parts] of QUERIES) {
  test(`${query} is ${parts.join(', ') || 'nothing'}`, () => assert.deepEqual(shown(query), parts));
}

test('without a calendar nothing is a date', () =>
  assert.deepEqual(shown('March 2031'), ['word: march', 'word: 2031']));

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

test('what other searches have and this one does not is told, and the words with it stay', () => {
  for (const [query, unknown, parts] of [
    ['site:ansel.example ferry', ['site:'], ['phrase: ansel example', 'word: ferry']],
    ['ferry NEAR/5 boat', ['NEAR/5'], ['word: ferry', 'word: boat']],
    ['ferry w/3 boat', ['w/3'], ['word: ferry', 'word: boat']],
    ['ferr* lost', ['ferr*'], ['word: ferr', 'word: lost']],
    ['ferry~ b?at', ['ferry~', 'b?at'], ['word: ferry', 'any: b at']],
    ['“site:x” https://ansel.example/', [], ['phrase: site x', 'phrase: https ansel example']],
    ['was it lost?', [], ['word: was', 'word: it', 'word: lost']],
  ] as const) {
    assert.deepEqual(queryParts(query, named).unknown, unknown, query);
    assert.deepEqual(shown(query), parts, query);
  }
});

test('an OR that stands between nothing is told', () => {
  for (const query of ['ferry OR', 'OR ferry', 'OR']) assert.ok(queryParts(query, named).isOpenOr);
  assert.ok(!queryParts('ferry OR boat', named).isOpenOr);
});

test('an amount is asked for in all the ways in which texts write it, and in no other', () => {
  const rowsOf = (query: string) => {
    const [part] = queryParts(query, named).parts;
    return part?.type === 'amount'
      ? part.rows.map((row) => row.map((words) => words.join('|')).join(' '))
      : [];
  };
  assert.deepEqual(rowsOf('1.5 bln'), [
    '1500000000',
    '1ʘ5 billion|bln|bn',
    '1500 million|mln',
    '1500m',
  ]);
  assert.deepEqual(rowsOf('5 %'), ['5|five percent|pct', '5|five per cent']);
  assert.deepEqual(rowsOf('€20'), ['€ 20']);
});
