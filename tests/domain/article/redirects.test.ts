import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirectsText } from '../../../src/domain/article/redirects.ts';

const FEED = '/people/ada-varga/feed.atom';
const moved = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    from: `/old-${1000 + at}/`,
    to: '/2031/04/02/gale/',
    name: 'About a gale',
  }));
const linesOf = (moves: number, feeds: string[] = []) =>
  redirectsText(
    { moves: moved(moves), former: [], feeds, years: [] },
    (path) => `/archive${path}`,
  ).split('\n');

test('hosts read at most 2,000 lines of one path, the base path in front, before those of many', () => {
  const lines = linesOf(2100);
  assert.equal(
    lines.findIndex((line) => line.includes('/:')),
    2000,
  );
  assert.ok(
    lines.slice(2000, -1).every((line) => line.startsWith('/archive/') && line.includes('/:')),
  );
  assert.ok(lines.length <= 2101, 'and at most 100 of many');
  assert.equal(lines[0], '/archive/old-1000/ /archive/2031/04/02/gale/ 301');
  assert.equal(lines.at(-1), '');
});

test('a name without a feed leads to its page for now, and one that has a feed stays', () => {
  const lines = linesOf(1, [FEED]);
  assert.equal(lines[1], `/archive${FEED} /archive${FEED} 200`);
  assert.ok(lines.includes('/archive/people/:id/feed.atom /archive/people/:id/ 302'));
});

test('where hosts do not read all lines of feeds, nothing leads away from one', () => {
  const feeds = [FEED, '/places/ansel/feed.atom'];
  assert.equal(linesOf(1998, feeds).filter((line) => line.endsWith(' 302')).length, 3);
  const full = linesOf(1999, feeds);
  assert.ok(full.every((line) => !/ (?:302|200)$/.test(line)));
});

test('the list of a year, which a large archive had, leads to that of all', () => {
  const lines = redirectsText(
    { moves: [], former: [], feeds: [], years: ['2031'] },
    (path) => path,
  );
  assert.ok(lines.startsWith('/data/articles-2031.json /data/articles.json 301\n'));
});
