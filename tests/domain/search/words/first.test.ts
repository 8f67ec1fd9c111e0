import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstOf } from '../../../../src/domain/search/words/first.ts';

test('those are first where a word weighs most, the latest where it weighs the same, as many as a page has', () => {
  assert.deepEqual(
    firstOf([
      [3, 1],
      [8, 4],
      [5, 1],
      [9, 0.5],
    ]),
    [8, 5, 3, 9],
  );
  const many = Array.from({ length: 40 }, (_, number) => [number, 1] as const);
  assert.deepEqual(firstOf(many), [39, 38, 37, 36, 35, 34, 33, 32, 31, 30]);
});
