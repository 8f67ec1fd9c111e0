import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byLetter, filingLetter } from '../../../src/domain/authorities/alphabet.ts';

test('a name is filed under its first letter, folded', () => {
  const letters = { ada: 'A', Łódź: 'L', Øre: 'O', '“Lind”': 'L', ʿAbd: 'A', أحمد: 'ا', 林: '林' };
  for (const [name, letter] of Object.entries(letters))
    assert.equal(filingLetter(name), letter, name);
  for (const name of ['3rd Fleet', '…', '']) assert.equal(filingLetter(name), '#', name);
});

test('Latin letters come first, then other scripts, then what is no letter', () => {
  const letters = byLetter(['林', '9', 'Lind', 'אדה', 'Łódź', 'ada'], (name) => name);
  assert.deepEqual(
    [...letters],
    [
      ['A', ['ada']],
      ['L', ['Lind', 'Łódź']],
      ['א', ['אדה']],
      ['林', ['林']],
      ['#', ['9']],
    ],
  );
});
