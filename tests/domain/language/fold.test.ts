import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, foldedWords, foldWithOrigin } from '../../../src/domain/language/fold.ts';

// biome-ignore format: a table, a case a row
const FOLDED: [what: string, written: string, folded: string][] = [
  ['case', 'Port ANSEL', 'port ansel'],
  ['accents, composed and not', 'Áda Ada\u0301 naïve', 'ada ada naive'],
  ['letters that Unicode does not part', 'Łódź Øre ıssız Straße Đặng Æsir Þór', 'lodz ore issiz strasse dang aesir thor'],
  ['the Turkish capital', 'İnci', 'inci'],
  ['the Greek last sigma', 'ΟΔΟΣ Οδός', 'οδοσ οδοσ'],
  ['apostrophes', 'O’Lind OʼLind O‘Lind O`Lind', "o'lind o'lind o'lind o'lind"],
  ['quotation marks', '“a” „b“ «c»', '"a" "b" "c"'],
  ['ayn and hamza of transliteration', 'ʿAbd al-Raʾuf', 'abd al rauf'],
  ['dashes, as spaces', 'Tel-Aviv Tel‑Aviv Tel–Aviv Tel—Aviv', 'tel aviv tel aviv tel aviv tel aviv'],
  ['white space', '  a\u00A0b \n\t c\u2003 ', 'a b c'],
  ['soft hyphens and marks without width', 'fe\u00ADrry \u200Fferry\u200B', 'ferry ferry'],
  ['full width and ligatures', 'Ｆｅｒｒｙ ﬁsh', 'ferry fish'],
  ['alef and hamza', 'أحمد إلى آدم ٱلقدس', 'احمد الي ادم القدس'],
  ['ya and ta marbuta', 'مدرسة علي على', 'مدرسه علي علي'],
  ['tashkeel and tatweel', 'مُحَمَّد الـقـدس', 'محمد القدس'],
  ['Persian letters and digits', 'کتابی ۱۲۳', 'كتابي 123'],
  ['Arabic digits', '١٢٣', '123'],
  ['niqqud and maqaf', 'שָׁלוֹם תל־אביב', 'שלום תל אביב'],
  ['Chinese, left as it is', '港口安塞尔', '港口安塞尔'],
];

for (const [what, written, folded] of FOLDED)
  test(`folds ${what}`, () => assert.equal(fold(written), folded));

test('keeps what is the sound of a letter: dakuten, vowel signs', () => {
  assert.notEqual(fold('がっこう'), fold('かっこう'));
  assert.notEqual(fold('パリ'), fold('ハリ'));
  assert.notEqual(fold('कि'), fold('क'));
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...'aÁ ß ıİﬁ-–’\u0301\u00AD\u200Fأةىُשָׁ港が😀٣  \n'),
    maxLength: 40,
  }),
);

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(text, (original) => fold(fold(original)) === fold(original)),
    { numRuns: 500 },
  );
});

test('composed and decomposed texts fold alike', () => {
  fc.assert(
    fc.property(text, (original) => {
      assert.equal(fold(original.normalize('NFD')), fold(original.normalize('NFC')));
    }),
    { numRuns: 500 },
  );
});

test('each folded character remembers where it came from, in rising order', () => {
  fc.assert(
    fc.property(text, (original) => {
      const { text: folded, origin } = foldWithOrigin(original);
      const origins = Array.from(folded, (_, index) => origin(index));
      assert.ok(origins.every((at) => at >= 0 && at < original.length));
      assert.deepEqual(
        origins,
        origins.toSorted((a, b) => a - b),
      );
      assert.equal(origin(folded.length), original.length);
    }),
    { numRuns: 500 },
  );
});

test('what is found in the folded text can be cut from the original', () => {
  const original = 'Die Straße von  Łódź';
  const { text: folded, origin } = foldWithOrigin(original);
  const at = folded.indexOf('lodz');
  assert.equal(original.slice(origin(at), origin(at + 4)), 'Łódź');
  assert.equal(original.slice(origin(4), origin(11)), 'Straße');
});

test('words are letters, digits and inner apostrophes', () => {
  assert.deepEqual(foldedWords('The pilot’s 12 “men”, Tel-Aviv: ok?'), [
    ...['the', "pilot's", '12', 'men', 'tel', 'aviv', 'ok'],
  ]);
  assert.deepEqual(foldedWords(' — … '), []);
});
