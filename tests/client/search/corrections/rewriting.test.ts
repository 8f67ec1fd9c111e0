import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuoted, replaced } from '../../../../src/client/search/corrections/rewriting.ts';

test('a word is replaced wherever it stands by itself, and nowhere else', () => {
  assert.equal(replaced('feery lost', 'feery', 'ferry'), 'ferry lost');
  assert.equal(replaced('feery  and feery', 'feery', 'ferry'), 'ferry and ferry');
  assert.equal(replaced('an san Ran ran', 'ran', 'rain'), 'an san Ran rain');
  assert.equal(replaced('ferry', 'xyz', 'abc'), 'ferry');
  assert.equal(replaced('$feery', 'feery', '$& $1'), '$$& $1');
  assert.equal(replaced('خليج فارقا', 'فارقا', 'فارغا'), 'خليج فارغا');
});

test('what is excluded stays as it is', () => {
  assert.equal(replaced('-feery feery', 'feery', 'ferry'), '-feery ferry');
  assert.equal(replaced('a -"feery"', 'feery', 'ferry'), 'a -"feery"');
  assert.equal(replaced('half-feery', 'feery', 'ferry'), 'half-ferry');
});

test('words in any quotation marks are told from others', () => {
  for (const q of ['"lost feery"', 'a “ lost feery”', '„lost feery“', '«lost feery»'])
    assert.ok(isQuoted(q, 'lost feery'), q);
  for (const q of ['lost feery', '"a" lost feery', '']) assert.ok(!isQuoted(q, 'lost feery'), q);
});
