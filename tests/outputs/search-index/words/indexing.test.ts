import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { IndexedArticle } from '../../../../src/outputs/search-index/filing.ts';
import { indexedBatches } from '../../../../src/outputs/search-index/words/indexing.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const textOf = (id: string) => ({
  id,
  heading: `Report ${id.slice(-3)}`,
  text: 'verbatim' as const,
  summary: null,
  paragraphs: [{ id: 'p-1', text: 'Two ferries lay at the quay.' }],
  media: [],
});
const ARTICLES = Array.from({ length: 700 }, (_, number): IndexedArticle => {
  const id = `2031/01/01/report-${number + 100}`;
  const lists = { people: [], places: [], organisations: [], about: [] };
  return { id, date: '2031-01-01', ...lists, mentioned: [], digest: 'x' };
});

test('what is kept is not indexed again, what is spoilt or of other code is, and what is old goes', async (t) => {
  const cache = scratchFolder(t);
  const indexed = async (articles: readonly IndexedArticle[], code = 'code') => {
    let count = 0;
    const batches = await indexedBatches(articles, textOf as never, { cache, code }, (more) => {
      count += more;
    });
    assert.equal(
      batches.reduce((sum, batch) => sum + batch.articles, 0),
      articles.length,
    );
    return count;
  };
  const kept = () => readdirSync(join(cache, 'words'));
  assert.equal(await indexed(ARTICLES), 700);
  assert.equal(await indexed(ARTICLES), 0);
  const before = kept();
  assert.ok(before.length > 1, `${before.length} batches`);

  const [spoilt = ''] = before;
  const path = join(cache, 'words', spoilt);
  const bytes = readFileSync(path);
  for (const at of [0, 70, bytes.length - 1]) {
    writeFileSync(path, bytes.with(at, (bytes[at] ?? 0) ^ 1));
    const again = await indexed(ARTICLES);
    assert.ok(again > 0 && again < 700, `${again}`);
    assert.deepEqual(readFileSync(path), bytes);
  }
  for (const cut of [bytes.subarray(0, 40), bytes.subarray(0, -1), Buffer.alloc(0)]) {
    writeFileSync(path, cut);
    assert.ok((await indexed(ARTICLES)) > 0);
  }

  const [first, ...others] = ARTICLES as [IndexedArticle];
  const changed = await indexed([{ ...first, digest: 'y' }, ...others]);
  assert.ok(changed > 0 && changed < 700, `${changed}`);
  assert.equal(kept().length, before.length);
  assert.equal(await indexed(ARTICLES, 'other code'), 700);
});
