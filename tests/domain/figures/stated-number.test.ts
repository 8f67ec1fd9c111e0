import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isVague, namesNumber, qualifiersOf } from '../../../src/domain/figures/stated-number.ts';

// biome-ignore format: a table, a case a row
const NAMED: [text: string, value: number, lang: string, expected: boolean][] = [
  ['more than 2,700 sailors', 2700, 'en', true],
  ['2700 sailors', 2700, 'en', true],
  ['2 700 sailors', 2700, 'en', true],
  ['2\u202f700 marins', 2700, 'fr', true],
  ['2’700 Seeleute', 2700, 'de-CH', true],
  ['2.700 Seeleute', 2700, 'de', true],
  ['2.700.000 Seeleute', 2_700_000, 'de', true],
  ['1,00,000 people', 100_000, 'en-IN', true],
  ['٢٬٧٠٠ بحار', 2700, 'ar', true],
  ['۲۷۰۰ نفر', 2700, 'fa', true],
  ['२७०० लोग', 2700, 'hi', true],
  ['twelve sailors', 12, 'en', true],
  ['Twenty-five were hurt', 25, 'en', true],
  ['three hundred and twelve', 312, 'en', true],
  ['half a dozen', 6, 'en', true],
  ['twelve constructor workers', 12, 'en', true],
  ['twelve constructor workers', 12_000, 'en', false],
  ['1.2 million people', 1_200_000, 'en', true],
  ['1,2 Millionen Menschen', 1_200_000, 'de', true],
  ['2.7万人', 27_000, 'zh', true],
  ['a sailor was hurt', 1, 'en', true],
  ['both sailors', 2, 'en', true],
  ['nobody was hurt', 0, 'en', true],
  ['douze marins', 12, 'fr', true],
  ['2,700 sailors', 2701, 'en', false],
  ['2,700 sailors', 700, 'en', true],
  ['twelve sailors', 13, 'en', false],
  ['the sailors', 12, 'en', false],
  ['12 marins', 13, 'fr', false],
];

for (const [text, value, lang, expected] of NAMED)
  test(`“${text}” ${expected ? 'names' : 'does not name'} ${value}`, () =>
    assert.equal(namesNumber(text, value, lang), expected));

test('any number is known in the digits of any language', () => {
  const langs = ['en', 'de', 'fr', 'ar-EG', 'fa', 'hi', 'de-CH', 'en-IN', 'bn'];
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.constantFrom(...langs), (value, lang) => {
      const text = `about ${new Intl.NumberFormat(lang).format(value)} people`;
      assert.ok(namesNumber(text, value, lang), text);
      assert.ok(!namesNumber(text, value + 1, 'en') || /\D\d{1,3}$/.test(String(value)), text);
    }),
    { numRuns: 1000 },
  );
});

test('the qualifier is that of the words, in English', () => {
  assert.deepEqual(qualifiersOf('more than 2,700 sailors', 2700, 'en-GB'), ['moreThan']);
  assert.deepEqual(qualifiersOf('a further 13 are missing', 13, 'en'), ['exact']);
  assert.deepEqual(qualifiersOf('between 10 and 20', 20, 'en'), ['range']);
  assert.deepEqual(qualifiersOf('mehr als 2700 Seeleute', 2700, 'de'), []);
});

test('vague words are known in English, and taken on trust elsewhere', () => {
  for (const words of ['dozens of sailors', 'several hurt', 'a handful', 'many died'])
    assert.ok(isVague(words, 'en'), words);
  for (const words of ['sailors drowned', 'people were missing', 'families left'])
    assert.ok(!isVague(words, 'en'), words);
  assert.ok(isVague('عشرات', 'ar'));
});
