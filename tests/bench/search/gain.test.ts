import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFirstWanted, pageGain } from '../../../src/bench/search/judged/gain.ts';
import type { Query } from '../../../src/bench/search/judged/queries.ts';

const query: Query = {
  kind: 'words',
  q: 'ferry',
  wanted: new Map([
    ['news', 3],
    ['again', 3],
    ['later', 2],
  ]),
  same: ['news', 'again'],
};

suite('how much of what is wanted a first page has', () => {
  test('is 1 where it has all of it, the most wanted first', () => {
    assert.equal(pageGain(['news', 'later', 'other'], query), 1);
    assert.equal(pageGain(['again', 'later'], query), 1);
  });

  test('is 0 where it has none of it', () => {
    assert.equal(pageGain(['other'], query), 0);
    assert.equal(pageGain([], query), 0);
  });

  test('counts what stands lower for less, by the logarithm of its place', () => {
    const best = 3 / Math.log2(2) + 2 / Math.log2(3);
    const expected = (2 / Math.log2(2) + 3 / Math.log2(3)) / best;
    assert.ok(Math.abs(pageGain(['later', 'news'], query) - expected) < 1e-12);
  });

  test('counts a text that was filed twice once', () => {
    const best = 3 + 2 / Math.log2(3);
    assert.ok(Math.abs(pageGain(['news', 'again', 'later'], query) - 4 / best) < 1e-12);
  });

  test('looks at ten results', () => {
    const others = Array.from({ length: 10 }, (_, at) => `other-${at}`);
    assert.equal(pageGain([...others, 'news'], query), 0);
  });

  test('and tells whether the first is wanted as much as any', () => {
    assert.ok(isFirstWanted(['again'], query));
    assert.ok(!isFirstWanted(['later', 'news'], query));
    assert.ok(!isFirstWanted([], query));
  });
});
