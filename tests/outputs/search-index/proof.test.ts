import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  type NamesShard,
  type Sort,
  type SpeltRecord,
  shardName,
} from '../../../src/domain/search/layout.ts';
import type { PostingsFile } from '../../../src/domain/search/postings.ts';
import { proveSearch } from '../../../src/outputs/search-index/proof.ts';
import { filesOf } from '../../../src/outputs/search-index/search-files.ts';
import { scratchFolder, write } from '../../support/scratch.ts';
import { NO_WORDS } from '../../support/word-index.ts';

const RECORDS: SpeltRecord[] = [
  { kind: 'people', id: 'ada', name: 'Ada Varga', spellings: ['Ada Varga', 'فارغا', '…'] },
];
const ARTICLES = [
  {
    id: '2031/01/01/a',
    date: '2031-01-01',
    people: ['ada'],
    places: [],
    organisations: [],
    about: [],
    mentioned: [],
    digest: 'a',
  },
];

/** Writes the files of search, changes the first of a sort, and looks for every spelling. */
async function proved<F>(t: TestContext, sort: Sort, change: (file: F) => object) {
  const folder = scratchFolder(t);
  const { files, said } = filesOf(RECORDS, ARTICLES);
  write(folder, Object.fromEntries(files));
  const path = shardName(said, sort, 0) ?? '';
  const before = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  write(folder, { [path]: JSON.stringify(change(before)) });
  await proveSearch(
    { ...said, release: 'x', words: NO_WORDS, near: '' },
    folder,
    RECORDS,
    ARTICLES,
  );
}

test('files that find every spelling are proved', (t) =>
  proved(t, 'postings', (file: PostingsFile) => file));

test('a spelling that does not find its record is named', (t) =>
  assert.rejects(
    proved(t, 'names', ({ records, beginnings }: NamesShard) => ({
      records,
      beginnings: beginnings.filter(([beginning]) => beginning !== 'ف'),
    })),
    /“فارغا” does not find people\/ada/,
  ));

test('a record that does not find its articles is named with them', (t) =>
  assert.rejects(
    proved(t, 'postings', (file: PostingsFile) => ({
      ...file,
      records: file.records.map(([key, named]) => [key, named, [], [], []]),
    })),
    /people\/ada does not find 2031\/01\/01\/a/,
  ));
