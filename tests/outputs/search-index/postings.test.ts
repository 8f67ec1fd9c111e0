import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArchiveFiles } from '../../../src/domain/search/archive-files.ts';
import {
  postingsCount,
  type RecordFile,
  type SpeltRecord,
} from '../../../src/domain/search/layout.ts';
import { type PostingsFile, postingsOf, recordOf } from '../../../src/domain/search/postings.ts';
import { filesOf } from '../../../src/outputs/search-index/search-files.ts';
import { NO_WORDS } from '../../support/word-index.ts';

const recordsOf = (ids: readonly string[]): SpeltRecord[] =>
  ids.map((id) => ({ kind: 'people', id, name: `Name of ${id}`, spellings: [`Name of ${id}`] }));

/** The files of an archive of such records, as a browser reads them, with the paths that it asked for. */
function archiveOf(records: readonly SpeltRecord[]) {
  const { files, said } = filesOf(records, []);
  const asked: string[] = [];
  const archive = new ArchiveFiles(
    { ...said, release: 'x', words: NO_WORDS, near: '' },
    async (name) => {
      asked.push(name);
      return JSON.parse(files.get(name) ?? 'null') ?? undefined;
    },
  );
  return {
    archive,
    asked,
    postings: [...files].filter(([name]) => name.startsWith('postings-')),
  };
}

test('a thousand names share thirty-two files, none of which has many of them', async () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `ada-varga-${at}`);
  const { archive, postings } = archiveOf(recordsOf(ids));
  assert.equal(postings.length, 32);
  for (const [name, text] of postings) {
    const { records }: PostingsFile = JSON.parse(text);
    assert.ok(records.length <= 60, `${records.length} names in ${name}`);
  }
  for (const id of ids) assert.equal((await archive.record('people', id))?.id, id);
});

test('another name leaves the number of files as it is, until there are half as many again', () => {
  const counts = [0, 1, 32, 45, 46, 1000, 1448, 1449, 12_283].map(postingsCount);
  assert.deepEqual(counts, [0, 1, 1, 1, 2, 32, 32, 64, 512]);
});

test('a record is read as it was written, and what several share stands once', () => {
  const usa = { kind: 'places', id: 'usa', name: 'USA', description: 'A country.' } as const;
  const record = (id: string, articles: number[]): RecordFile => ({
    ...{ kind: 'people', id, name: id, count: articles.length / 2, articles },
    first: [[7, '2031/01/01/a']],
    beside: [{ ...usa, count: 1 }],
  });
  const all = [
    ['people/ada', record('ada', [7, 1])],
    ['people/bea', record('bea', [3, 0, 4, 2])],
  ] as const;
  const file = postingsOf(all);
  for (const [key, expected] of all) assert.deepEqual(recordOf(file, key), expected);
  assert.deepEqual(file.ids, ['2031/01/01/a']);
  assert.equal(file.named.length, 3);
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
  const { archive, asked, postings } = archiveOf([]);
  assert.deepEqual(postings, []);
  assert.equal(await archive.record('places', 'ansel'), undefined);
  assert.deepEqual(asked, []);
});
