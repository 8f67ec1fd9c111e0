import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf, batchName } from '../../../../src/outputs/search-index/words/batches.ts';

const articleAt = (number: number) => {
  const day = new Date(Date.UTC(2031, 0, 1 + Math.floor(number / 7))).toISOString().slice(0, 10);
  return { id: `${day.replaceAll('-', '/')}/report-${number}`, digest: 'x' };
};
const ARTICLES = Array.from({ length: 5000 }, (_, number) => articleAt(number));

const names = (articles: typeof ARTICLES) =>
  batchesOf(articles).map((batch) => batchName(batch, 'code'));
/** How many batches are new. */
const changed = (articles: typeof ARTICLES) => {
  const before = new Set(names(ARTICLES));
  return names(articles).filter((name) => !before.has(name)).length;
};

test('batches have all articles in order, none is large, and few are small', () => {
  const batches = batchesOf(ARTICLES);
  assert.deepEqual(batches.flat(), ARTICLES);
  const sizes = batches.map(({ length }) => length);
  assert.ok(Math.max(...sizes) <= 1024 && Math.min(...sizes.slice(0, -1)) >= 96, sizes.join());
  assert.ok(sizes.length >= 10, sizes.join());
  assert.deepEqual(batchesOf([]), []);
});

for (const at of [0, 1, 700, 2500, 4999]) {
  test(`an article that is changed changes one batch: ${at}`, () => {
    const edited = { ...articleAt(at), digest: 'y' };
    assert.equal(changed(ARTICLES.with(at, edited)), 1);
  });
  test(`an article that is added or removed changes one batch, or two at a border: ${at}`, () => {
    const added = { id: `${articleAt(at).id}-too`, digest: 'x' };
    assert.ok(changed(ARTICLES.toSpliced(at, 0, added)) <= 2);
    assert.ok(changed(ARTICLES.toSpliced(at, 1)) <= 2);
  });
}

test('where no id ends a batch, its size does', () => {
  const same = Array.from({ length: 3000 }, () => ({ id: '2031/01/01/a', digest: 'x' }));
  const sizes = batchesOf(same).map(({ length }) => length);
  assert.ok(Math.max(...sizes) <= 1024, sizes.join());
});

test('what other code indexed has another name', () => {
  const [batch = []] = batchesOf(ARTICLES);
  assert.notEqual(batchName(batch, 'code'), batchName(batch, 'other code'));
});
