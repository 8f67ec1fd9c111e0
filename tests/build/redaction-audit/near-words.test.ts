import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNearWords } from '../../../src/build/redaction-audit/near-words.ts';
import type { NearFile } from '../../../src/domain/search/corrections/layout.ts';

const SHOWN = {
  words: new Set(['ferry', 'élodie', 'quaile']),
  records: [{ spellings: ['Mira Halloran', 'Mrs “Mira” O’Halloran'] }],
};
const checked = (file: NearFile) => () => checkNearWords({ near: 'aaaaaa' }, () => file, SHOWN);

test('words of the index and of names may be offered for misspelt ones', () => {
  // That two stand beside each other says nothing of any article.
  checked([
    [3, 'ferry quaile', ['Mira', 'Halloran', 'Mira Halloran']],
    [0, '', ['O’Halloran', 'Mrs Mira O’Halloran']],
  ])();
});

test('any other is a disclosure, whatever it is', () => {
  assert.throws(checked([[0, 'ferry perrin', []]]), /neither texts nor names have: perrin\./);
  assert.throws(checked([[0, '', ['Perrin Quaile']]]), /Perrin Quaile/);
});
