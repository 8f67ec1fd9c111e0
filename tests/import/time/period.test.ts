import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTime, periodInWords, statedPeriod } from '../../../src/import/time/period.ts';

for (const [text, period, lang] of [
  ['1950', '1950'],
  ['1950-05', '1950-05'],
  ['5/1950', '1950-05'],
  ['May 1950', '1950-05'],
  ['mayo de 1950', '1950-05', 'es'],
  ['1950-13', undefined],
  ['2 May 1950', undefined],
  ['May 1950–June 1951', undefined],
  ['soon', undefined],
  ['', undefined],
] as const)
  test(`“${text}” states ${period ?? 'no month and no year'}`, () =>
    assert.equal(statedPeriod(text, lang), period));

test('in words', () =>
  assert.deepEqual([periodInWords('1950-05'), periodInWords('1950')], ['May 1950', '1950']));

test('a day that may be two is a time, a word is none', () =>
  assert.deepEqual(['10/11/2031', 'May 2031', 'yes', 'soon'].map(isTime), [
    true,
    true,
    false,
    false,
  ]));
