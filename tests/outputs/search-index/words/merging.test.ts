import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../../../src/fixity/site-paths.ts';
import type { BatchFile } from '../../../../src/outputs/search-index/words/batch-file.ts';
import { mergedTerms } from '../../../../src/outputs/search-index/words/merging.ts';
import { publishedTerms } from '../../../../src/outputs/search-index/words/published-terms.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { indexedBatch, writtenIndex } from '../../../support/word-index.ts';

const SYLLABLES = ['ve', 'dun', 'or', 'sal', 'pe', 'ran', 'mi', 'quern', 'ta', 'lo'];
const wordAt = (number: number) =>
  [number, number / 10, number / 100, number / 1000]
    .map((part) => SYLLABLES[Math.floor(part) % 10])
    .join('');

/** An article of words of its own and of one that all have. */
const articleAt = (number: number, more = '') => {
  const words = Array.from({ length: 60 }, (_, at) => wordAt((number * 37 + at * at * 7) % 4000));
  return {
    id: `2031/04/02/a${number}`,
    heading: `Ferry ${wordAt(number)}`,
    text: 'verbatim' as const,
    summary: null,
    paragraphs: [{ id: 'p-1', text: `The ferry, ${words.join(' ')}. The ferry ${more}.` }],
    media: [],
  };
};
const articles = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => articleAt(from + at)) as never[];

const made = Promise.all([indexedBatch(articles(0, 120)), indexedBatch(articles(120, 240))]);

/** The bytes of the files of an index, by name. */
function bytesIn(folder: string): Map<string, string> {
  const names = filesIn(folder).toSorted();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('terms are the same and in order, however little is read at a time', async () => {
  const all = [...mergedTerms(await made)];
  assert.deepEqual([...mergedTerms(await made, 1)], all);
  const stems = all.flatMap((one) => ('word' in one ? [] : [one.stem]));
  assert.deepEqual(stems, stems.toSorted());
});

test('the same batches, made apart, give the same bytes', async (t) => {
  const [one, other] = [scratchFolder(t), scratchFolder(t)];
  const again = [await indexedBatch(articles(0, 120)), await indexedBatch(articles(120, 240))];
  const index = await writtenIndex(one, await made);
  assert.deepEqual(await writtenIndex(other, again), index);
  assert.deepEqual(bytesIn(other), bytesIn(one));
  assert.ok(bytesIn(one).size > 10, `${bytesIn(one).size} files`);
});

test('a word more in an article changes the files of that word, and an article more at the end those of its words', async (t) => {
  const site = scratchFolder(t);
  const before = await writtenIndex(site, await made);
  const [first] = (await made) as [BatchFile, BatchFile];
  const next = async (last: never[]) => {
    const folder = scratchFolder(t);
    await writtenIndex(folder, [first, await indexedBatch(last)], site);
    return filesIn(folder).length;
  };
  const edited = articles(120, 239);
  // The last word of its text, so that the places of all others stay.
  edited.push(articleAt(239, 'sank') as never);
  const changed = await next(edited);
  assert.ok(changed > 0 && changed <= 3, `${changed} files`);
  assert.equal(before.map.level, 0);
});

test('any batch borders give the same articles at the same places', async (t) => {
  const read = async (batches: readonly BatchFile[]) => {
    const folder = scratchFolder(t);
    const index = await writtenIndex(folder, batches);
    const terms = publishedTerms(index, (name) =>
      JSON.parse(readFileSync(join(folder, 'search/words', name), 'utf8')),
    );
    return Array.from(terms, ({ stem, standing }) => [stem, [...standing]]);
  };
  const halves = await read(await made);
  const whole = await read([await indexedBatch(articles(0, 240))]);
  const thirds = await read([
    await indexedBatch(articles(0, 1)),
    await indexedBatch(articles(1, 200)),
    await indexedBatch(articles(200, 240)),
  ]);
  assert.deepEqual(whole, halves);
  assert.deepEqual(thirds, halves);
});
