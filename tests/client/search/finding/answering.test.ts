import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSeldomMeant } from '../../../../src/client/search/finding/answering.ts';
import type { Part } from '../../../../src/domain/search/query/part.ts';

const named = (...counts: number[]): Part => ({
  type: 'name',
  words: ['salt'],
  written: 'salt',
  excluded: false,
  records: counts.map((count, at) => ({ kind: 'people', id: `salt-${at}`, name: 'Salt', count })),
});

test('a name is a word first where few of the articles with it are filed under any of its records', () => {
  assert.ok(isSeldomMeant(named(3, 1), 200));
  assert.ok(!isSeldomMeant(named(30, 20), 200));
  assert.ok(
    !isSeldomMeant({ type: 'word', words: ['salt'], written: 'salt', excluded: false }, 200),
  );
});
