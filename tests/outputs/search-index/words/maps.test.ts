import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchRow } from '../../../../src/domain/search/words/article-numbers.ts';
import {
  NUMBERS_IN_BATCH,
  type WordsMap,
  wordsFileName,
} from '../../../../src/domain/search/words/layout.ts';
import { pieceOf } from '../../../../src/domain/search/words/posting.ts';
import { WordFiles } from '../../../../src/domain/search/words/word-files.ts';
import { fileDigest } from '../../../../src/outputs/search-index/file-digest.ts';
import { leavesOf } from '../../../../src/outputs/search-index/words/leaves.ts';
import { topMap } from '../../../../src/outputs/search-index/words/maps.ts';
import type { MergedTerm } from '../../../../src/outputs/search-index/words/merging.ts';

/** The files of an index, by name. */
function written(terms: readonly MergedTerm[], sizes: readonly number[]) {
  const files = new Map<string, string>();
  const put = (sort: 'map' | 'terms' | 'places', word: string, content: object) => {
    const text = JSON.stringify(content);
    const digest = fileDigest(text);
    files.set(wordsFileName(sort, word, digest), text);
    return digest;
  };
  const leaves = [...leavesOf(terms, put, () => '')];
  const map = topMap(leaves, (word, one) => put('map', word, one));
  const asked: string[] = [];
  const index = new WordFiles({ batches: batchRow(sizes), map }, async (name) => {
    asked.push(name);
    return JSON.parse(files.get(name) ?? 'null') ?? undefined;
  });
  return { files, map, index, asked, leaves };
}

/** A map of so many files of words. */
function mapOf(words: readonly string[]) {
  const maps = new Map<string, WordsMap>();
  const led = words.map((word) => ({ word, digests: fileDigest(word).repeat(2) }));
  const top = topMap(led, (word, map) => {
    const digest = fileDigest(JSON.stringify(map));
    maps.set(wordsFileName('map', word, digest), map);
    return digest;
  });
  return { top, maps };
}
const wordAt = (number: number) => number.toString(26).padStart(4, '0');
const WORDS = ['', ...Array.from({ length: 50_000 }, (_, number) => wordAt(number + 1))];

test('of any number of files the topmost map is small, and so is each below', () => {
  const { top, maps } = mapOf(WORDS);
  assert.ok(top.words.length <= 256 && top.level > 0, `${top.words.length} on top`);
  for (const { words } of maps.values()) assert.ok(words.length <= 256, `${words.length}`);
  assert.deepEqual(mapOf([]).top, { level: 0, words: [], digests: '' });
  assert.equal(mapOf(WORDS.slice(0, 200)).maps.size, 0);
});

test('a file more changes one map of each level, or two', () => {
  const { top, maps } = mapOf(WORDS);
  for (const word of ['000a!', '0zz!', 'zzzz']) {
    const more = mapOf([...WORDS, word].toSorted());
    const changed = [...more.maps.keys()].filter((name) => !maps.has(name));
    assert.ok(changed.length <= 2 * top.level, `${changed.length} maps`);
  }
});

const term = (stem: string, articles: readonly number[]): MergedTerm => ({
  stem,
  words: new Set([stem]),
  around: new Set(),
  pieces: [...Map.groupBy(articles, (article) => Math.floor(article / NUMBERS_IN_BATCH))].map(
    ([, some]) => pieceOf(some.map((article) => ({ article, sign: 20, places: [1, 5] }))),
  ),
});
const SIZES = Array.from({ length: 100 }, () => 300);
const everywhere = (batches: number) =>
  SIZES.slice(0, batches).flatMap((size, batch) =>
    Array.from({ length: size }, (_, at) => batch * NUMBERS_IN_BATCH + at),
  );

test('every word of many files is found, in one request more than there are maps', async () => {
  const stems = Array.from({ length: 4000 }, (_, number) => wordAt(number * 7));
  const all = everywhere(40);
  const some = stems.map((stem, at) => term(stem, all.slice(at, at + 40)));
  const { index, asked, leaves } = written(some, SIZES);
  assert.ok(leaves.length > 5, `${leaves.length} files`);
  for (const [at, stem] of stems.entries()) {
    if (at % 97 > 0) continue;
    const found = await index.term(stem);
    assert.ok(found, stem);
    assert.equal((await index.articles(found)).size, 40);
  }
  assert.ok(asked.length <= leaves.length, `${asked.length} requests`);
  for (const other of ['!', '0', `${stems[9]}x`, 'zzzz'])
    assert.equal(await index.term(other), undefined);
});

test('a frequent word is parted by ranges; of a phrase only those are read that it may stand in', async () => {
  const { index, asked, files } = written([term('sea', everywhere(100))], SIZES);
  const found = await index.term('sea');
  assert.ok(found && found.parts.length > 5, `${found?.parts.length} parts`);
  for (const text of files.values()) assert.ok(text.length < 60_000, `${text.length}`);
  asked.length = 0;
  const places = await index.places(found, new Set([15_000]));
  assert.deepEqual([...places], [[15_000, [1, 5]]]);
  assert.equal(asked.length, 2, 'articles and places of one range');
  const articles = await index.articles(found);
  assert.deepEqual(
    [...articles.keys()],
    Array.from({ length: 30_000 }, (_, number) => number),
  );
});

test('what is added at the end leaves the older ranges as they are', () => {
  const [before, after] = [99, 100].map(
    (batches) => written([term('sea', everywhere(batches))], SIZES).files,
  );
  const changed = [...(after ?? [])].filter(([name]) => !before?.has(name));
  assert.ok(changed.length <= 4, `${changed.length} of ${after?.size} files`);
});
