import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveFiles } from '../../../src/domain/search/archive-files.ts';
import { postingsFile, type SpeltRecord } from '../../../src/domain/search/layout.ts';
import { filesOf } from '../../../src/outputs/search-index/search-files.ts';

const recordsOf = (ids: readonly string[]): SpeltRecord[] =>
  ids.map((id) => ({ kind: 'people', id, name: `Name of ${id}`, spellings: [`Name of ${id}`] }));

/** The files of an archive of such records, as a browser reads them, with the paths that it asked for. */
function archiveOf(records: readonly SpeltRecord[]) {
  const { files, sizes, beginnings, postings } = filesOf(records, []);
  const asked: string[] = [];
  const manifest = {
    release: 'x',
    articles: 0,
    records: sizes,
    words: [],
    names: beginnings,
    postings,
  };
  const archive = new ArchiveFiles(manifest, async (path) => {
    asked.push(path);
    return JSON.parse(JSON.stringify(files.get(path) ?? null)) ?? undefined;
  });
  return {
    archive,
    asked,
    count: [...files.keys()].filter((path) => path.startsWith('postings/')),
  };
}

test('a thousand names share some sixty files, none of which has many of them', async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `ada-varga-${at}`);
  const { archive, count } = archiveOf(recordsOf(ids));
  assert.equal(count.length, 63);
  const sizes = Map.groupBy(ids, (id) => postingsFile(`people/${id}`, count.length));
  const largest = Math.max(...sizes.values().map(({ length }) => length));
  assert.ok(largest <= 40, `${largest} names in one file`);
  for (const id of ids) assert.equal((await archive.record('people', id))?.id, id);
});

test('an id that a record had before finds it, in one request', async () => {
  const [ada] = recordsOf(['ada']);
  const { archive, asked } = archiveOf([{ ...ada, formerly: ['ada-b', '亚达'] } as SpeltRecord]);
  for (const id of ['ada', 'ada-b', '亚达'])
    assert.equal((await archive.record('people', id))?.id, 'ada');
  assert.equal(asked.length, 1);
});

for (const id of ['nobody', '', '__proto__', 'constructor', '../manifest', 'ada/../bea'])
  test(`an id that no record has finds nothing: “${id}”`, async () => {
    const { archive } = archiveOf(recordsOf(['ada', 'bea']));
    assert.equal(await archive.record('people', id), undefined);
  });

test('an archive without names has no such file, and finds nothing', async () => {
  const { archive, asked, count } = archiveOf([]);
  assert.deepEqual(count, []);
  assert.equal(await archive.record('places', 'ansel'), undefined);
  assert.deepEqual(asked, []);
});
