import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stem } from '../../../src/domain/language/en/stem.ts';
import { queryWords } from '../../../src/domain/search/indexed-text.ts';

const TEXTS: [text: string, words: string][] = [
  ['Łódź, “Øresund” and Işık', 'lodz oresund and isik'],
  ['Blinken’s and O’Darra’s', "blinken and o'darra"],
  ['Tel Aviv-Yafo', 'tel aviv yafo'],
  ['more than 2,700; 1.400.000 in all', 'more than 2700 1400000 in all'],
  ['in 2021,2022 and 3,14', 'in 2021 2022 and 3 14'],
  ['the U.S., the U.N.’s envoy', 'the us the un envoy'],
  ['J. K. Varga and J.K. Varga', 'jk varga and jk varga'],
  ['الأردنّ', 'الاردن'],
  ['海洋調査ポート', '海 洋 調 査 ポー ト'],
  ['😀 — ?', ''],
];

for (const [text, words] of TEXTS) {
  test(`${text} is indexed as ${words || 'nothing'}`, () =>
    assert.equal(queryWords(text).join(' '), words.normalize('NFKD')));
}

test('what is indexed, typed as a query, is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = queryWords(text);
      assert.ok(words.every((word) => word !== '' && !/\s/u.test(word)));
    }),
  );
});

test('the stem evens out inflection, and no more', () => {
  for (const [one, other] of [
    ['strike', 'strikes'],
    ['kill', 'killed'],
    ['run', 'running'],
    ['party', 'parties'],
    ['abduct', 'abducting'],
  ] as const)
    assert.equal(stem(one), stem(other), `${one}, ${other}`);
  for (const [one, other] of [
    ['strike', 'striker'],
    ['lamp', 'lamplight'],
    ['port', 'portable'],
    ['is', 'i'],
  ] as const)
    assert.notEqual(stem(one), stem(other), `${one}, ${other}`);
});
