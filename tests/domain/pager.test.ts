import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listPages, pageNumbers } from '../../src/domain/pager.ts';

test('a list is parted into pages, and an empty one has one empty page', () => {
  assert.deepEqual(listPages(['a', 'b', 'c'], 2), [
    { items: ['a', 'b'], number: 1, count: 2 },
    { items: ['c'], number: 2, count: 2 },
  ]);
  assert.deepEqual(listPages([], 2), [{ items: [], number: 1, count: 1 }]);
});

test('nothing is lost or doubled, and only the last page is short', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, size) => {
      const pages = listPages(items, size);
      assert.deepEqual(
        pages.flatMap((page) => page.items),
        items,
      );
      assert.ok(pages.slice(0, -1).every((page) => page.items.length === size));
    }),
  );
});

test('first, last and neighbours are shown, with gaps between', () => {
  assert.deepEqual(pageNumbers(1, 1), [1]);
  assert.deepEqual(pageNumbers(1, 2), [1, 2]);
  assert.deepEqual(pageNumbers(1, 9), [1, 2, null, 9]);
  assert.deepEqual(pageNumbers(5, 9), [1, null, 4, 5, 6, null, 9]);
  assert.deepEqual(pageNumbers(9, 9), [1, null, 8, 9]);
  assert.deepEqual(pageNumbers(3, 5), [1, 2, 3, 4, 5]);
});
