import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hyphens } from '../../../../src/import/formats/pdf/hyphen.ts';

const joined = (lines: readonly string[], others: readonly string[] = []) => {
  const hyphens = new Hyphens([...lines, ...others]);
  return [hyphens.text(lines), hyphens.kept];
};

test('a hyphen that a program put at the end of a line joins, that of a writer stays', () => {
  assert.deepEqual(joined(['until Septem\u2010', 'ber, said the mu\u2010', 'nicipality']), [
    'until September, said the municipality',
    0,
  ]);
  assert.deepEqual(joined(['until Septem\u00ad', 'ber']), ['until September', 0]);
  assert.deepEqual(joined(['IN SEPTEM\u2010', 'BER']), ['IN SEPTEMBER', 0]);
  // Names of two, and words that stand elsewhere with it.
  assert.deepEqual(joined(['at Quern\u2010', 'Osk']), ['at Quern\u2010Osk', 0]);
  assert.deepEqual(joined(['a well\u2010', 'known lamp'], ['is well-known']), [
    'a well\u2010known lamp',
    0,
  ]);
  assert.deepEqual(joined(['until Septem-', 'ber']), ['until Septem-ber', 1]);
});

test('of a text that has it within lines, it is that of the writer', () => {
  assert.deepEqual(joined(['a long\u2010', 'serving man'], ['the light\u2010keeper of Osk']), [
    'a long\u2010serving man',
    1,
  ]);
  assert.deepEqual(joined(['the har\u2010', 'bour'], ['the light\u2010keeper', 'a harbour']), [
    'the harbour',
    0,
  ]);
});
