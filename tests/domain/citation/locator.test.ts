import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locatorInWords, pagesOf } from '../../../src/domain/citation/locator.ts';

const PAGES: [page: string, first: string, last: string | undefined][] = [
  ['A1', 'A1', undefined],
  ['12-14', '12', '14'],
  ['12 – 14', '12', '14'],
  ['A1, A6', 'A1, A6', undefined],
  ['xi–xiv', 'xi', 'xiv'],
  ['1-3-5', '1-3-5', undefined],
  ['', '', undefined],
];
for (const [page, first, last] of PAGES)
  test(`pages: ${page}`, () => assert.deepEqual(pagesOf(page), { first, last }));

const EDITIONS: [edition: string, words: string][] = [
  ['late', 'late edition'],
  ['2', 'edition 2'],
  ['Late City Edition', 'Late City Edition'],
  ['Spätausgabe', 'Spätausgabe'],
];
for (const [edition, words] of EDITIONS)
  test(`edition: ${edition}`, () => assert.deepEqual(locatorInWords({ edition }), [words]));

test('one page and several', () => {
  assert.deepEqual(locatorInWords({ page: '3' }), ['p. 3']);
  assert.deepEqual(locatorInWords({ page: '3, 7' }), ['pp. 3, 7']);
  assert.deepEqual(locatorInWords({}), []);
});
