import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Digits, digitsOf, signOf } from '../../../../src/domain/search/words/digits.ts';
import {
  articlesIn,
  pieceOf,
  placesIn,
  rowsOf,
} from '../../../../src/domain/search/words/posting.ts';

test('numbers of any size are read as they were written', () => {
  const numbers = [0, 1, 31, 32, 1023, 1024, 999_999, 2 ** 31, 2 ** 40];
  const digits = new Digits(numbers.map(digitsOf).join('') + signOf(63));
  assert.deepEqual(
    numbers.map(() => digits.number()),
    numbers,
  );
  assert.equal(digits.sign(), 63);
  assert.ok(digits.isAtEnd);
});

test('a row that ends early, or has another sign, is an error', () => {
  for (const row of ['', 'g', '-', '!', 'é', 'g!', '"', '_'.repeat(20)])
    assert.throws(() => new Digits(row).number(), row);
});

test('rows that were written apart are one row', () => {
  const standing = [
    { article: 3, sign: 20, places: [0, 7] },
    { article: 900, sign: 63, places: [70_000] },
    { article: 1024, sign: 0, places: [1, 2, 3] },
  ];
  const whole = rowsOf([pieceOf(standing)]);
  assert.deepEqual(rowsOf(standing.map((one) => pieceOf([one]))), whole);
  const [articles, places] = whole;
  assert.deepEqual(
    articlesIn(articles),
    standing.map(({ article, sign }) => [article, sign]),
  );
  assert.deepEqual(
    [...placesIn(places, 3)],
    standing.map((one, index) => [index, one.places]),
  );
  assert.deepEqual([...placesIn(places, 3, (index) => index === 2)], [[2, [1, 2, 3]]]);
  assert.throws(() => [...placesIn(places, 2)], /more than its articles/);
  assert.throws(() => [...placesIn(places, 4)]);
});
