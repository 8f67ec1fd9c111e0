import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  isBlank,
  narrowed,
  queryWithout,
  searchOf,
  stateOf,
  wordsOfPath,
} from '../../../src/domain/search/state.ts';

const state = (search: string) => stateOf(new URLSearchParams(search));

test('the address says it all, and nothing that is not said', () => {
  const search =
    '?q=a+b&person=x&person=y&place=z&from=2031-01-02&to=2031-02-03&sort=oldest&page=3';
  assert.equal(searchOf(state(search)), search);
  assert.equal(searchOf(state('')), '');
  assert.equal(searchOf(state('?q=&person=&from=&to=&sort=relevance&page=1')), '');
});

test('that words are searched for as they are written stands in the address too', () => {
  assert.equal(state('?q=feery&exact=1').exact, true);
  assert.equal(searchOf(state('?q=feery&exact=1&page=2')), '?q=feery&exact=1&page=2');
  assert.equal(searchOf(state('?q=feery&exact=yes')), '?q=feery');
});

test('what makes no sense in an address counts as not said', () => {
  const { from, to, sort, page } = state('?from=2031-02-30&to=soon&sort=best&page=-1');
  assert.deepEqual({ from, to, sort, page }, { from: '', to: '', sort: 'relevance', page: 1 });
  assert.deepEqual(state('?person=x&person=x').chosen.people, ['x']);
});

test('any state survives the address', () => {
  const day = fc.constantFrom('', '2031-04-02', '2032-02-29');
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/));
  const states = fc.record(
    {
      q: fc.string().map((text) => text.trim()),
      chosen: fc.record(
        { people: ids, places: ids, organisations: ids },
        { noNullPrototype: true },
      ),
      from: day,
      to: day,
      sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
      page: fc.integer({ min: 1, max: 999 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(states, (before) => {
      assert.deepEqual(state(searchOf(before)), before);
    }),
  );
});

test('only an address without words, names and dates is blank', () => {
  assert.ok(isBlank(state('?sort=newest&page=2')));
  for (const search of ['?q=a', '?place=a', '?to=2031-01-01']) assert.ok(!isBlank(state(search)));
});

test('narrowing adds a name once and goes back to the first page', () => {
  const once = narrowed(state('?q=a&page=4'), 'places', 'x');
  assert.equal(searchOf(narrowed(once, 'places', 'x')), '?q=a&place=x');
});

test('the words of an address that leads nowhere', () => {
  assert.equal(wordsOfPath('2031/04/02/ferry-runs-again/'), 'ferry runs again');
  assert.equal(wordsOfPath('2031/04/02/ferry-runs-again/cite.csl.json'), 'ferry runs again');
  assert.equal(wordsOfPath('2031/04/02/cite.ris-and-more/'), 'cite ris and more');
  assert.equal(wordsOfPath('people/ada-varga'), 'ada varga');
  assert.equal(wordsOfPath('people/ada-varga/feed.rss'), 'ada varga');
  assert.equal(wordsOfPath('%D9%86%D8%AA/'), 'نت');
  assert.equal(wordsOfPath('broken-%E0%A4'), 'broken E0 A4');
  assert.equal(wordsOfPath('2031/04/index.html'), '');
});

describe('a search without some words of its query', () => {
  // biome-ignore format: a table, a query a row
  const QUERIES: [q: string, written: string, left: string][] = [
    ['ferry March 1987', 'March 1987', 'ferry'],
    ['March  1987', 'March 1987', ''],
    ['Marching March', 'March', 'Marching'],
    ['11987 in 1987', '1987', '11987 in'],
    ['1990-1985', '1990', '1985'],
    ['Gartners Gartner', 'Gartner', 'Gartners'],
    ['ferry', 'storm', 'ferry'],
  ];
  for (const [q, written, left] of QUERIES)
    test(`${q} without ${written}`, () => {
      assert.equal(queryWithout(stateOf(new URLSearchParams({ q })), written).q, left);
    });
});
