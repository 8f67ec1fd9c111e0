import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryOf } from '../../../../src/domain/search/query/part.ts';
import { queryParts } from '../../../../src/domain/search/query.ts';

const hasYear = (year: number) => year >= 2026 && year <= 2032;
/** What a query is read as: days in brackets, all else as it was written. */
const read = (query: string, lang = 'en-GB') =>
  queryParts(query, () => [], { lang, hasYear })
    .parts.map((part) =>
      part.type === 'date' && !part.excluded ? `[${part.from}…${part.to}]` : part.written,
    )
    .join(' ');

const QUERIES: [query: string, read: string][] = [
  ['19 October 2031', '[2031-10-19…2031-10-19]'],
  ['Oct 19, 2031', '[2031-10-19…2031-10-19]'],
  ['Sunday, Oct. 19th, 2031', '[2031-10-19…2031-10-19]'],
  ['on the 19th of October 2031', 'on the [2031-10-19…2031-10-19]'],
  ['2031-10-19', '[2031-10-19…2031-10-19]'],
  ['2031/10/19', '[2031-10-19…2031-10-19]'],
  ['19.10.2031', '[2031-10-19…2031-10-19]'],
  ['19/10/2031', '[2031-10-19…2031-10-19]'],
  ['10/19/2031', '[2031-10-19…2031-10-19]'],
  ['2031年10月19日', '[2031-10-19…2031-10-19]'],
  ['March 2031', '[2031-03-01…2031-03-31]'],
  ['in Sept 2031', 'in [2031-09-01…2031-09-30]'],
  ['2031-03', '[2031-03-01…2031-03-31]'],
  ['February 2028', '[2028-02-01…2028-02-29]'],
  ['March 1931', '[1931-03-01…1931-03-31]'],
  ['2031', '[2031-01-01…2031-12-31]'],
  ['the 2030s', 'the [2030-01-01…2039-12-31]'],
  ['since the 2030s', '[2030-01-01…]'],
  ['last week of March 2031', '[2031-03-25…2031-03-31]'],
  ['2nd week in March 2031', '[2031-03-08…2031-03-14]'],
  ['week of 10 March 2031', '[2031-03-10…2031-03-16]'],
  ['early March 2031', '[2031-03-01…2031-03-10]'],
  ['mid-February 2031', '[2031-02-11…2031-02-20]'],
  ['late February 2031', '[2031-02-21…2031-02-28]'],
  ['March to May 2031', '[2031-03-01…2031-05-31]'],
  ['from 19 October 2030 to 3 May 2031', '[2030-10-19…2031-05-03]'],
  ['19 October to 3 November 2031', '[2031-10-19…2031-11-03]'],
  ['19–21 October 2031', '[2031-10-19…2031-10-21]'],
  ['October 19-21, 2031', '[2031-10-19…2031-10-21]'],
  ['between March and May 2031', '[2031-03-01…2031-05-31]'],
  ['between 2030 and 2031', '[2030-01-01…2031-12-31]'],
  ['2030-31', '[2030-01-01…2031-12-31]'],
  ['since March 2031', '[2031-03-01…]'],
  ['before 2031', '[…2030-12-31]'],
  ['after 19 October 2031', '[2031-10-20…]'],
  ['until March 2031', '[…2031-03-31]'],
  ['oil tanker March 2031', 'oil tanker [2031-03-01…2031-03-31]'],
  ['2031 storm in the harbour', '[2031-01-01…2031-12-31] storm in the harbour'],
  ['March 2031 OR ferry', 'March 2031 OR ferry'],
  // What is no date, or not one alone.
  ['"March 2031"', 'March 2031'],
  ['"2031"', '2031'],
  ['1931', '1931'],
  ['2,031', '2,031'],
  ['$2031', '$2031'],
  ['2031 pct', '2031 pct'],
  ['March', 'March'],
  ['19 March', '19 March'],
  ['3/4/2031', '3/4/2031'],
  ['2031-13', '2031 13'],
  ['2031-13-45', '2031 13 45'],
  ['30 February 2031', '30 [2031-02-01…2031-02-28]'],
  ['spring 2031', 'spring [2031-01-01…2031-12-31]'],
  ['May to March 2031', 'May to [2031-03-01…2031-03-31]'],
  ['-2031 ferry', '2031 ferry'],
  ['title:2031', '2031'],
];
for (const [query, expected] of QUERIES)
  test(`${query} is read as ${expected}`, () => assert.equal(read(query), expected));

test('months are read in the language of the site, and in English', () => {
  for (const [lang, query] of [
    ['de', '19. Oktober 2031'],
    ['fr', '19 octobre 2031'],
    ['es', '19 de octubre de 2031'],
    ['ru', '19 октября 2031'],
    ['pl', '19 października 2031'],
    ['ar', '١٩ أكتوبر ٢٠٣١'],
    ['he', '19 אוקטובר 2031'],
    ['ar', '19 October 2031'],
  ] as const)
    assert.equal(read(query, lang), '[2031-10-19…2031-10-19]', query);
});

test('what was read is written as a query that is read alike', () => {
  for (const [query, expected] of QUERIES) {
    const { parts } = queryParts(query, () => [], { lang: 'en', hasYear });
    assert.equal(read(queryOf(parts)), expected, query);
  }
});
