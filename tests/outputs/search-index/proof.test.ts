import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { namesFile, postingsFile, type SpeltRecord } from '../../../src/domain/search/layout.ts';
import { proveSearch } from '../../../src/outputs/search-index/proof.ts';
import { filesOf } from '../../../src/outputs/search-index/search-files.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

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

const KEY = 'people/ada';
const POSTINGS = postingsFile(KEY, 1);

/** Writes the files of search, changes one of them, and looks for every spelling. */
async function proved(
  t: TestContext,
  path: string,
  change: (file: [key: string, record: object][]) => object,
) {
  const folder = scratchFolder(t);
  const { files, sizes, beginnings, postings } = filesOf(RECORDS, ARTICLES);
  const texts = [...files].map(([name, value]) => [name, JSON.stringify(value)] as const);
  write(folder, Object.fromEntries(texts));
  const before = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  write(folder, { [path]: JSON.stringify(change(before)) });
  const manifest = {
    release: 'x',
    articles: 1,
    records: sizes,
    words: [],
    names: beginnings,
    postings,
  };
  await proveSearch(manifest, folder, RECORDS, ARTICLES);
}

test('files that find every spelling are proved', (t) => proved(t, POSTINGS, (file) => file));

test('a spelling that does not find its record is named', (t) =>
  assert.rejects(
    proved(t, namesFile('ف'), () => ({ records: [], spellings: [] })),
    /“فارغا” does not find people\/ada/,
  ));

test('a record that does not find its articles is named with them', (t) =>
  assert.rejects(
    proved(t, POSTINGS, ([one]) => [[KEY, { ...one?.[1], articles: [] }]]),
    /people\/ada does not find 2031\/01\/01\/a/,
  ));
