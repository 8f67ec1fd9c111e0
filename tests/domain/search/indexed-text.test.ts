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
  ['U.S.A, U.S.-born, J.K.Varga', 'usa us born jk varga'],
  ['J. K. Varga and J.K. Varga', 'jk varga and jk varga'],
  ['الأردنّ', 'الاردن'],
  ['海洋調査ポート', '海 洋 調 査 ポー ト'],
  ['😀 — ?', ''],
  // Amounts as one word, with what their signs say.
  ['1.5 billion, 2,700.25 and $3.5bn', '1ʘ5 billion 2700ʘ25 and $ 3ʘ5 bn'],
  ['5% or 7.5 %; 100% sure', '5 percent or 7ʘ5 percent 100 percent sure'],
  ['on 19.10.2031 at 10.30.15', 'on 19 10 2031 at 10 30 15'],
  ['£20, US$5 and $ alone', '£ 20 us $ 5 and alone'],
  // One word in whatever way it is written.
  ['AT&T, Q&A and cats&dogs', 'att qa and cats dogs'],
  ['X-ray, F-16, e-mail; plan B-side', 'xray f16 email plan bside'],
  ['J P Varga, W H O; A B C; A J P', 'jp varga who a bc a jp'],
  ['Port-Ansel', 'port ansel'],
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
