import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantities } from '../../../../src/domain/language/en/quantity.ts';
import { tokens } from '../../../../src/domain/language/token.ts';

/** The quantities of a text: their words, bounds and qualifier. */
function read(text: string) {
  const all = tokens(text);
  return quantities(all).map(({ from, to, low, best, high, qualifier }) => [
    text.slice(all[from]?.start, all[to - 1]?.end).replace(/ of$/, ''),
    [low ?? null, best ?? null, high ?? null],
    qualifier,
  ]);
}

const exactly = (value: number) => [value, value, value];

// biome-ignore format: a table reads better than a column
const WORDINGS: [text: string, bounds: (number | null)[], qualifier: string][] = [
  ['2,700', exactly(2700), 'exact'],
  ['2\u202f700', exactly(2700), 'exact'],
  ['2\u00a0700', exactly(2700), 'exact'],
  ['٢٬٧٠٠', exactly(2700), 'exact'],
  ['۲۷۰۰', exactly(2700), 'exact'],
  ['1.5 million', exactly(1_500_000), 'exact'],
  ['twenty-five', exactly(25), 'exact'],
  ['three hundred and twelve', exactly(312), 'exact'],
  ['two thousand five hundred', exactly(2500), 'exact'],
  ['a hundred', exactly(100), 'exact'],
  ['a dozen', exactly(12), 'exact'],
  ['half a dozen', exactly(6), 'exact'],
  ['half a million', exactly(500_000), 'exact'],
  ['a quarter of a million', exactly(250_000), 'exact'],
  ['1.2m', exactly(1_200_000), 'exact'],
  ['60k', exactly(60_000), 'exact'],
  ['more than 2,700', [2700, null, null], 'moreThan'],
  ['over eighty', [80, null, null], 'moreThan'],
  ['at least 30', [30, null, null], 'atLeast'],
  ['at least another 20', [20, null, null], 'atLeast'],
  ['no fewer than 14', [14, null, null], 'atLeast'],
  ['30 or more', [30, null, null], 'atLeast'],
  ['nearly 200', [null, null, 200], 'nearly'],
  ['almost a hundred', [null, null, 100], 'nearly'],
  ['up to 300', [null, null, 300], 'upTo'],
  ['as many as 60', [null, null, 60], 'upTo'],
  ['about 40', [null, 40, null], 'about'],
  ['an estimated 25,000', [null, 25_000, null], 'about'],
  ['some 16,000', [null, 16_000, null], 'about'],
  ['40 or so', [null, 40, null], 'about'],
  ['between 10 and 20', [10, null, 20], 'range'],
  ['50 to 75', [50, null, 75], 'range'],
  ['10–20', [10, null, 20], 'range'],
  ['dozens', [null, null, null], 'vague'],
  ['tens of thousands', [null, null, null], 'vague'],
  ['several', [null, null, null], 'vague'],
];

for (const [text, bounds, qualifier] of WORDINGS) {
  test(`“${text}” is ${qualifier}`, () => {
    assert.deepEqual(read(`It was ${text} sailors.`), [[text, bounds, qualifier]]);
  });
}

test('a sentence has several, and what is no number has none', () => {
  assert.deepEqual(
    read('Two boats, 3,000 crates and dozens of crew.').map(([words]) => words),
    ['Two', '3,000', 'dozens'],
  );
  assert.deepEqual(read('The boats sailed with their crew.'), []);
});
