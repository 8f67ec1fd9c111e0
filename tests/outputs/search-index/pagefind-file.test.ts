import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  fragmentAddress,
  indexedWords,
  textNames,
  textsIn,
} from '../../../src/outputs/search-index/pagefind-file.ts';

const MARK = Buffer.from('pagefind_dcd');
const file = (...content: (string | Buffer)[]) =>
  gzipSync(Buffer.concat([MARK, ...content.map((part) => Buffer.from(part))]));
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

// ["1.6.0", [["en_a1", 39, ""], ["en-203104_b2", 300, ""]], [], [], [], []]
const META = bytes(
  '86 65312e362e30 82 83 65656e5f6131 1827 60 83 6c656e2d3230333130345f6232 19012c 60 80 80 80 80',
);
// [[["oar", [[2, [-25, 3, 1], []], [1, [-25, 70000], []]], [["ôar", [[0, [-169, 7], [-1, 7]]]]]], ["sea", [], []]]]
const INDEX = bytes(
  '81 82 83 636f6172 82 83 02 83 3818 03 01 80 83 01 82 3818 1a00011170 80 81 82 64c3b46172 81 83 00 82 38a8 07 82 20 07 83 63736561 80 80',
);
const HUGE = gzipSync(Buffer.alloc((1 << 27) + 1), { level: 1 });
const wordsOf = (content: Buffer) => [...indexedWords(file(content))];

test('the names of texts are read in their order', () => {
  assert.deepEqual(textNames(file(META)), ['en_a1', 'en-203104_b2']);
});

test('the address of a text is read from its fragment', () => {
  assert.equal(
    fragmentAddress(file('{"url":"/2031/04/02/storm/","content":"é"}')),
    '/2031/04/02/storm/',
  );
});

test('the words of an index are read with their other forms, their texts and their places', () => {
  assert.deepEqual(wordsOf(INDEX), [
    { word: 'oar', places: [2, 3, 2, 4, 3, 70000] },
    { word: 'ôar', places: [0, 7] },
    { word: 'sea', places: [] },
  ]);
});

describe('what is no file of Pagefind is an error', () => {
  const readers = {
    names: (content: Buffer) => textNames(content),
    address: (content: Buffer) => fragmentAddress(content),
    words: (content: Buffer) => [...indexedWords(content)],
  };
  const sound = { names: META, address: Buffer.from('{"url":"/a/"}'), words: INDEX };
  for (const [what, read] of Object.entries(readers)) {
    const content = sound[what as keyof typeof sound];
    test(`${what}: cut off anywhere, packed or unpacked`, () => {
      const whole = file(content);
      read(whole);
      for (let length = 0; length < whole.length; length++)
        assert.throws(() => read(whole.subarray(0, length)), `${length} bytes packed`);
      for (let length = 0; length < content.length; length++)
        assert.throws(() => read(file(content.subarray(0, length))), `${length} bytes`);
    });
    test(`${what}: without the mark, not packed, or with more behind it`, () => {
      assert.throws(() => read(gzipSync(content)), /does not begin as they do/);
      assert.throws(() => read(Buffer.concat([MARK, content])));
      assert.throws(() => read(file(content, content)));
    });
    test(`${what}: another thing in its place`, () => {
      // A map, null, bytes, a number of 64 bits, text that is no list, and another of Pagefind's own files.
      for (const hex of ['a0', 'f6', '4101', '1bffffffffffffffff', '6161', '80', '8180', '8181f6'])
        if (!(what === 'words' && hex === '8180')) assert.throws(() => read(file(bytes(hex))), hex);
      for (const [other, wrong] of Object.entries(sound))
        if (other !== what) assert.throws(() => read(file(wrong)), other);
    });
    test(`${what}: more in it than it says, or far more than there can be`, () => {
      const lists = Buffer.alloc(200_000, 0x81);
      for (const hex of ['9affffffff', '7affffffff', '9bffffffffffffffff', '82', '9f'])
        assert.throws(() => read(file(bytes(hex))), hex);
      assert.throws(() => read(file(lists)), 'lists within lists');
      assert.throws(() => read(HUGE), /larger than/);
    });
  }

  test('words: numbers of texts and places that no index has', () => {
    // [[["a", [[n, [-25, 1]]], []]]], then [[["a", [[0, [-25, n]]], []]]]
    for (const number of ['1a00100000', '1affffffff', '1b0020000000000000', 'fb3ff8000000000000']) {
      assert.throws(() => wordsOf(bytes(`81 81 83 6161 81 82 ${number} 82 3818 01 80`)));
      if (number !== '1a00100000')
        assert.throws(() => wordsOf(bytes(`81 81 83 6161 81 82 00 82 3818 ${number} 80`)));
    }
  });
});

test('of any unpacked file the texts are known', () => {
  const texts = (...content: (string | Buffer)[]) =>
    textsIn(Buffer.concat(content.map((part) => Buffer.from(part)))).map(String);
  assert.deepEqual(texts(MARK, META), ['1.6.0', 'en_a1', '', 'en-203104_b2', '']);
  assert.deepEqual(texts(MARK, '{"url":"/a/"}'), ['{"url":"/a/"}']);
  assert.deepEqual(texts('a plain text'), ['a plain text']);
  assert.deepEqual(texts(MARK, META, 'more'), [
    Buffer.concat([META, Buffer.from('more')]).toString(),
  ]);
});
