import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byPeriod, byTime, type Dated } from '../../../src/domain/article/chronology.ts';

/** An article by its slug, its day, and when it was published. */
const article = (slug: string, date: string, published?: string): Dated => ({
  id: `${date.replaceAll('-', '/')}/${slug}`,
  data: { date, ...(published !== undefined && { source: { published } }) },
});

const slugs = (articles: readonly Dated[]) => articles.map(({ id }) => id.slice(11));

test('articles stand by day, within a day by the moment of publication, then by slug', () => {
  const inOrder = [
    article('z-of-the-day-before', '2031-04-01'),
    article('noon-in-the-east', '2031-04-02', '2031-04-02T12:00:00+09:00'),
    article('four-in-utc', '2031-04-02', '2031-04-02T04:00:00Z'),
    article('one-at-night-in-the-west', '2031-04-02', '2031-04-02T01:00:00-05:00'),
    article('a-without-an-hour', '2031-04-02', '2031-04-02'),
    article('b-without-a-source', '2031-04-02'),
    article('b-without-a-source-2', '2031-04-02'),
    article('a-of-the-day-after', '2031-04-03', '2031-04-01T00:00:00Z'),
  ];
  for (const start of inOrder.keys()) {
    const turned = [...inOrder.slice(start), ...inOrder.slice(0, start)].toReversed();
    assert.deepEqual(slugs(turned.toSorted(byTime)), slugs(inOrder));
  }
});

test('one moment in two time zones is a tie, which the slugs settle', () => {
  const a = article('a', '2031-04-02', '2031-04-02T09:30:00+02:00');
  const b = article('b', '2031-04-02', '2031-04-02T07:30:00Z');
  assert.equal(byTime(a, b), -1);
  assert.equal(byTime(b, a), 1);
  assert.equal(byTime(a, a), 0);
});

test('articles are grouped by year, month and day in their order', () => {
  const articles = [
    article('a', '2031-04-01'),
    article('b', '2031-04-02'),
    article('c', '2031-04-02'),
    article('d', '2032-04-02'),
  ];
  const periods = (length: 4 | 7 | 10) =>
    [...byPeriod(articles, length)].map(([period, filed]) => [period, ...slugs(filed)]);
  assert.deepEqual(periods(4), [
    ['2031', 'a', 'b', 'c'],
    ['2032', 'd'],
  ]);
  assert.deepEqual(periods(7), [
    ['2031-04', 'a', 'b', 'c'],
    ['2032-04', 'd'],
  ]);
  assert.deepEqual(periods(10), [
    ['2031-04-01', 'a'],
    ['2031-04-02', 'b', 'c'],
    ['2032-04-02', 'd'],
  ]);
});
