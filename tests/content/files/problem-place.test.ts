import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locate } from '../../../src/content/files/problem-place.ts';

test('a place is counted from 1, in lines and characters', () => {
  assert.deepEqual(locate('', 0), { line: 1, column: 1 });
  assert.deepEqual(locate('ab\ncd', 4), { line: 2, column: 2 });
});
