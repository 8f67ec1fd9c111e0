import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieceOf } from '../../../../src/domain/search/words/posting.ts';
import type { BatchTerm } from '../../../../src/outputs/search-index/words/batch.ts';
import { proveBatch } from '../../../../src/outputs/search-index/words/batch-proof.ts';
import { leavesOf } from '../../../../src/outputs/search-index/words/leaves.ts';
import { proveLeaf, proveMaps } from '../../../../src/outputs/search-index/words/words-proof.ts';

const term = (stem: string, words: string[], ...places: number[][]) => ({
  stem,
  words: new Set(words),
  around: new Set<string>(),
  pieces: [pieceOf(places.map((at, article) => ({ article, sign: 20, places: at })))],
});

const ARTICLES = [{ id: 'earlier' }, { id: 'later' }];

/** The files of two terms, of which one is changed before they are read. */
function written(change: (name: string, file: unknown) => unknown) {
  const terms = [term('oar', ['oar', 'oars'], [0, 2], [1]), term('sea', ['sea'], [1], [0])];
  const files = new Map<string, unknown>();
  const leaves = [
    ...leavesOf(
      terms,
      (sort, _, file) => {
        files.set(`${sort}-${'a'.repeat(6)}.json`, file);
        return 'a'.repeat(6);
      },
      () => 'later earlier',
    ),
  ];
  const read = async <T>(name: string) =>
    change(name, structuredClone(files.get(name))) as T | undefined;
  return { leaves, read };
}
const proved = async (change: (name: string, file: never) => unknown) => {
  const { leaves, read } = written(change as never);
  const [leaf] = leaves;
  assert.ok(leaf);
  return proveLeaf(leaf, 'C', ARTICLES, read);
};

test('files that have every word where it stands are proved', async () => {
  assert.deepEqual(await proved((_, file) => file), []);
});

// biome-ignore format: a table, a change a row
const CHANGES: [what: string, change: (name: string, file: never) => unknown][] = [
  ['a missing file of words', (name, file) => name.startsWith('places') ? file : undefined],
  ['a missing file of places', (name, file) => name.startsWith('terms') ? file : undefined],
  ['a term less', (_, file: { terms?: unknown[] }) => { file.terms?.pop(); return file; }],
  ['other articles', (_, file: { terms?: string[][] }) => { if (file.terms?.[0]) file.terms[0][1] = 'AU'; return file; }],
  ['another weight', (_, file: { terms?: string[][] }) => { if (file.terms?.[0]) file.terms[0][1] = 'AVBU'; return file; }],
  ['other articles first', (_, file: { first?: string[] }) => { if (file.first) file.first[1] = 'earlier later'; return file; }],
  ['an article that is not there', (_, file: { terms?: string[][] }) => { if (file.terms?.[0]) file.terms[0][1] = 'AUDU'; return file; }],
  ['other places', (name, file: string[]) => name.startsWith('places') ? ['CABBB', file[1]] : file],
  ['places that end early', (name, file: string[]) => name.startsWith('places') ? ['CACB', file[1]] : file],
  ['places of another term', (name, file: string[]) => name.startsWith('places') ? file.toReversed() : file],
];
for (const [what, change] of CHANGES)
  test(`it is an error: ${what}`, () => assert.rejects(proved(change)));

test('a word that does not find its stem is told, and is an error where no file has it', async () => {
  const { leaves, read } = written((name, file) => {
    if (name.startsWith('terms')) (file as { terms: string[][] }).terms[0]?.splice(2);
    return file;
  });
  const [leaf] = leaves as [never];
  assert.deepEqual(await proveLeaf(leaf, 'C', ARTICLES, read), [['oars', 'oar']]);
  const map = { level: 0, words: [''], digests: 'a'.repeat(12) };
  await proveMaps({ batches: 'C', map }, leaves, [], read);
  await assert.rejects(
    proveMaps({ batches: 'C', map }, leaves, [['oars', 'oar']], read),
    /“oars” does not find “oar”/,
  );
  const other = { ...map, digests: 'b'.repeat(12) };
  await assert.rejects(proveMaps({ batches: 'C', map: other }, leaves, [], read), /elsewhere/);
});

test('a batch that lacks a word at one of its places is an error', () => {
  const rows = [['oar', 'sea', 'oars']];
  const batch = (...places: number[]): BatchTerm[] => [
    { stem: 'oar', words: ['oar', 'oars'], around: [], piece: pieceOf([{ article: 0, sign: 1, places }]) },
    { stem: 'sea', words: ['sea'], around: [], piece: pieceOf([{ article: 0, sign: 1, places: [1] }]) },
  ]; // biome-ignore format: a list reads better than a column
  proveBatch(batch(0, 2), rows);
  assert.throws(() => proveBatch(batch(0), rows), /oars/);
  assert.throws(() => proveBatch(batch(0, 1), rows), /oars/);
});
