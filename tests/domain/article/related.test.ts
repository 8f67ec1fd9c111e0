import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOOKED_AT, related } from '../../../src/domain/article/related.ts';

test('those that share the most names come first, the latest of them before the others', () => {
  const shared = related('own', [['c', 'own', 'b', 'a'], ['b', 'own'], ['d']], 3);
  assert.deepEqual(shared, [
    { article: 'b', shared: 2 },
    { article: 'c', shared: 1 },
    { article: 'a', shared: 1 },
  ]);
  assert.deepEqual(related('own', [['own'], []], 3), []);
});

test('only the latest articles of a name are looked at', () => {
  const many = Array.from({ length: LOOKED_AT + 1 }, (_, index) => `${index}`);
  assert.equal(related('own', [many], 999).length, LOOKED_AT);
});
