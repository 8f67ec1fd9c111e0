import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldSpace, paragraphId, paragraphIds } from '../../../src/domain/article/paragraph.ts';

/** The id as the archive's readers are told to compute it, by other code than the archive's. */
function idByHand(text: string): string {
  const bits = [...createHash('sha256').update(text, 'utf8').digest().subarray(0, 5)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = bits.match(/.{5}/g) ?? [];
  return `p-${letters.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)]).join('')}`;
}

test('ids that were published stay as they are', () => {
  assert.equal(paragraphId(''), 'p-4oymiquy');
  assert.equal(paragraphId('The ferry left.'), idByHand('The ferry left.'));
  assert.equal(paragraphId('وصلت العبّارة.'), idByHand('وصلت العبّارة.'.normalize('NFC')));
});

test('an id is the first 40 bits of the SHA-256 of the text, in base32', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(paragraphId(text), idByHand(foldSpace(text.normalize('NFC'))));
      assert.match(paragraphId(text), /^p-[a-z2-7]{8}$/);
    }),
    { numRuns: 300 },
  );
});

test('white space and the way accents are stored do not count', () => {
  const id = paragraphId('Áda met the pilot.');
  for (const same of ['  Áda met\nthe\tpilot. ', 'A\u0301da met the\u00A0pilot.'])
    assert.equal(paragraphId(same), id);
  for (const other of ['Ada met the pilot.', 'Áda met the pilot', 'áda met the pilot.'])
    assert.notEqual(paragraphId(other), id);
});

test('a text that occurs again on a page takes a number', () => {
  const [a, b] = [paragraphId('A.'), paragraphId('B.')];
  assert.deepEqual(paragraphIds(['A.', 'B.', 'A.', ' A. ', 'B.']), [
    a,
    b,
    `${a}-2`,
    `${a}-3`,
    `${b}-2`,
  ]);
  assert.deepEqual(paragraphIds([]), []);
});

test('the ids of a page differ, and paragraphs that move keep theirs', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), (texts) => {
      const ids = paragraphIds(texts);
      assert.equal(new Set(ids).size, texts.length);
      assert.deepEqual(paragraphIds(texts.toReversed()).toSorted(), ids.toSorted());
    }),
  );
});
