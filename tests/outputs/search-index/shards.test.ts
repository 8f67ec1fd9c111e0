import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexedArticle } from '../../../src/outputs/search-index/filing.ts';
import { shardName, shardsOf } from '../../../src/outputs/search-index/shards.ts';

/** So many articles of a month. */
const month = (period: string, count: number) =>
  Array.from({ length: count }, (_, number): IndexedArticle => {
    const id = `${period.replace('-', '/')}/01/${number}`;
    const lists = { people: [], places: [], organisations: [], about: [] };
    return { id, date: `${period}-01`, ...lists, mentioned: [], digest: 'x' };
  });
const ARTICLES = [...month('2031-01', 8000), ...month('2031-02', 192), ...month('2031-03', 5)];

test('a shard holds whole months, and no more than 8,192 articles', () => {
  const shards = shardsOf(ARTICLES);
  assert.deepEqual(
    shards.map(({ period, first, articles }) => [period, first, articles.length]),
    [
      ['2031-01', 0, 8192],
      ['2031-03', 8192, 5],
    ],
  );
});

test('a month with more is a shard of its own', () => {
  const shards = shardsOf([
    ...month('2031-01', 5),
    ...month('2031-02', 9000),
    ...month('2031-03', 5),
  ]);
  assert.deepEqual(
    shards.map(({ articles }) => articles.length),
    [5, 9000, 5],
  );
});

test('a change to an article renames its shard and no other', () => {
  const changed = ARTICLES.map((article, at) =>
    at === 8193 ? { ...article, digest: 'y' } : article,
  );
  const [names, others] = [ARTICLES, changed].map((all) => shardsOf(all).map(shardName));
  assert.equal(names?.[0], others?.[0]);
  assert.notEqual(names?.[1], others?.[1]);
});
