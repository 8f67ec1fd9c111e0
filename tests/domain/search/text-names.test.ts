import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'cborg';
import { textNames } from '../../../src/domain/search/text-names.ts';

const MARK = Buffer.from('pagefind_dcd');
const meta = (value: unknown) => Buffer.concat([MARK, encode(value)]);
const long = 'ß'.repeat(300);
const FILE = meta([
  '1.6.0',
  [
    ['en_1a', 12, { weights: [1.5, -2] }],
    ['en_2b', 70_000],
    [long, 0, new Uint8Array(300), null, [[], ['more']]],
  ],
  [['en_3c', 1]],
]);

test('the names of the texts are read in their order, whatever else stands there', () => {
  assert.deepEqual(textNames(FILE), ['en_1a', 'en_2b', long]);
  assert.deepEqual(textNames(meta(['1.6.0', []])), []);
});

test('a file that is cut off before the last name, or laid out otherwise, is no such file', () => {
  const end = FILE.indexOf(Buffer.from(encode('en_3c')));
  for (let length = 0; length < end - 3; length += 1)
    assert.throws(() => textNames(FILE.subarray(0, length)), `${length} bytes`);
  for (const other of [
    {},
    ['1.6.0'],
    ['1.6.0', 3],
    ['1.6.0', [['en_1a'], 'en_2b']],
    ['1.6.0', [[7]]],
  ])
    assert.throws(() => textNames(meta(other)), JSON.stringify(other));
  // Lengths that no file has.
  assert.throws(
    () => textNames(Buffer.from('8260 9a01ffffff'.replace(' ', ''), 'hex'), 0),
    /too early/,
  );
  assert.throws(() => textNames(Buffer.concat([MARK, Buffer.from('9bffffffffffffffff', 'hex')])));
});
