import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageQueue } from '../../../src/build/pages/page-queue.ts';

const pages = Array.from({ length: 100 }, (_, index) => index);

test('two that take from one queue have each page once, and see what is done', () => {
  const queue = new PageQueue();
  assert.equal(queue.size, 0);
  const takers = [queue, new PageQueue(queue.memory)].map((one) => one.taken(pages));
  const taken: number[][] = [[], []];
  for (let round = 0; round < pages.length; round += 1)
    for (const [index, taker] of takers.entries()) {
      const { value, done } = taker.next();
      if (!done) taken[index]?.push(value);
    }
  assert.deepEqual(
    taken.flat().toSorted((a, b) => a - b),
    pages,
  );
  assert.ok(taken.every(({ length }) => length > 30));
  assert.deepEqual([queue.size, queue.done], [100, 100]);
});

test('an empty list has nothing to take', () => {
  assert.deepEqual([...new PageQueue().taken([])], []);
});
