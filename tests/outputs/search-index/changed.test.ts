import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SpeltRecord } from '../../../src/domain/search/layout.ts';
import type { IndexedArticle } from '../../../src/outputs/search-index/filing.ts';
import { filesOf } from '../../../src/outputs/search-index/search-files.ts';

const SYLLABLES = ['ve', 'dun', 'or', 'sal', 'pe', 'ran', 'mi', 'quern', 'ta', 'lo'];
const nameAt = (number: number) =>
  [number, number / 10, number / 100, number / 1000]
    .map((part) => SYLLABLES[Math.floor(part) % 10])
    .join('');

/** An invented name; each article names three of them. */
const RECORDS = Array.from({ length: 3000 }, (_, number): SpeltRecord => {
  const name = nameAt(number);
  return { kind: 'people', id: `n-${number}`, name, spellings: [name] };
});
const ARTICLES = Array.from({ length: 1000 }, (_, number): IndexedArticle => {
  const people = [0, 1, 2].map((at) => `n-${number * 3 + at}`);
  const date = `20${31 + Math.floor(number / 365)}-04-02`;
  return {
    ...{ id: `${date.replaceAll('-', '/')}/a${number}`, date, people },
    ...{ places: [], organisations: [], about: [], digest: 'x' },
    mentioned: people.map((id) => [`people/${id}`, 1]),
  };
});

const before = filesOf(RECORDS, ARTICLES);
/** The sorts of the files that are new, as often as there are such files. */
const renamed = (records: readonly SpeltRecord[], articles: readonly IndexedArticle[]) =>
  [...filesOf(records, articles).files.keys()]
    .filter((name) => !before.files.has(name))
    .map((name) => name.split('-')[0])
    .toSorted();

test('the same archive has the same files', () => {
  assert.deepEqual(renamed(RECORDS, ARTICLES), []);
  assert.ok(before.files.size > 80, `${before.files.size}`);
});

test('an article that mentions a name once more changes the file of that name alone', () => {
  const articles = ARTICLES.with(500, {
    ...(ARTICLES[500] as IndexedArticle),
    mentioned: [['people/n-1500', 2]],
  });
  const sorts = renamed(RECORDS, articles);
  // The mentions of two others are gone.
  assert.ok(sorts.length <= 3 && sorts.every((sort) => sort === 'postings'), sorts.join());
});

test('the text of an article changes no file', () => {
  const articles = ARTICLES.with(500, {
    ...(ARTICLES[500] as IndexedArticle),
    digest: 'y',
  });
  assert.deepEqual(renamed(RECORDS, articles), []);
});

test('a new name changes few files of names, wherever it stands in the alphabet', () => {
  for (const name of ['Aaa', 'Mivesal', 'Zzz']) {
    const record: SpeltRecord = { kind: 'people', id: `n-${name}`, name, spellings: [name] };
    const sorts = renamed([...RECORDS, record], ARTICLES);
    assert.ok(sorts.filter((sort) => sort === 'names').length <= 4, `${name}: ${sorts.join()}`);
  }
});

test('a new article of the latest day changes the files of its own names, and the order of names', () => {
  const [last] = ARTICLES.slice(-1);
  const added = { ...(last as IndexedArticle), id: '2036/04/03/b', date: '2036-04-03' };
  const sorts = Map.groupBy(renamed(RECORDS, [...ARTICLES, added]), (sort) => sort);
  const count = (sort: string) => sorts.get(sort)?.length ?? 0;
  assert.deepEqual([count('ids'), count('days'), count('filed')], [1, 1, 1]);
  assert.ok(count('postings') <= 3 && count('names') <= 6, `${[...sorts.keys()]}`);
});
