import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldApart } from '../../src/messages/change.ts';

test('entries that have one title are told apart, and no others are numbered', () => {
  assert.deepEqual(toldApart(['A person', 'A place', 'A person']), [
    'A person (1 of 2)',
    'A place',
    'A person (2 of 2)',
  ]);
});
