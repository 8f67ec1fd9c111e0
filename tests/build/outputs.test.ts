import assert from 'node:assert/strict';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  filesIn,
  isDue,
  keepsFolder,
  lastOutputs,
  type Made,
  recordOutputs,
  settle,
} from '../../src/build/outputs.ts';
import { scratchFolder, write } from '../setup/scratch.ts';

const nothing = (): Made => ({ keys: new Map(), kept: new Set() });

/** A site of two pages and a folder, as a build left it. */
function builtSite(t: TestContext) {
  const folder = scratchFolder(t);
  const [site, next, record] = ['site', 'next', 'record.json'].map((name) => join(folder, name));
  if (!site || !next || !record) throw new Error('three paths');
  write(next, { 'a/index.html': 'A', 'b/index.html': 'B', 'words/x/1': '1', 'words/x/2': '2' });
  const made = nothing();
  for (const path of filesIn(next)) made.keys.set(path, path.startsWith('words') ? 'x' : path);
  settle(next, site, made);
  recordOutputs(record, 'version', site, made);
  return { site, next, record, last: () => lastOutputs(record, 'version') };
}

test('a file of the same key that lies there untouched is kept', (t) => {
  const { site, last } = builtSite(t);
  const made = nothing();
  assert.equal(isDue(site, 'a/index.html', 'a/index.html', last(), made), false);
  assert.deepEqual([...made.kept], ['a/index.html']);
});

test('a file of another key is due', (t) => {
  const { site, last } = builtSite(t);
  assert.equal(isDue(site, 'a/index.html', 'other', last(), nothing()), true);
});

test('a file that somebody has changed or removed is due', (t) => {
  const { site, last } = builtSite(t);
  writeFileSync(join(site, 'a/index.html'), 'C');
  assert.equal(isDue(site, 'a/index.html', 'a/index.html', last(), nothing()), true);
  assert.equal(isDue(site, 'c/index.html', 'c/index.html', last(), nothing()), true);
  utimesSync(join(site, 'b/index.html'), 1, 1);
  assert.equal(isDue(site, 'b/index.html', 'b/index.html', last(), nothing()), true);
});

test('a folder is kept whole or not at all', (t) => {
  const { site, last } = builtSite(t);
  const made = nothing();
  assert.equal(keepsFolder(site, 'words/x/', 'x', last(), made), true);
  assert.equal(made.kept.size, 2);
  writeFileSync(join(site, 'words/x/2'), 'changed');
  assert.equal(keepsFolder(site, 'words/x/', 'x', last(), nothing()), false);
  assert.equal(keepsFolder(site, 'words/y/', 'y', last(), nothing()), false);
});

test('nothing is taken for made by a build of another version, or of a record that is broken', (t) => {
  const { record } = builtSite(t);
  assert.equal(lastOutputs(record, 'another').size, 0);
  writeFileSync(record, '{');
  assert.equal(lastOutputs(record, 'version').size, 0);
});

test('the site then holds what was made and what was kept, and nothing else', (t) => {
  const { site, next, last } = builtSite(t);
  const made = nothing();
  isDue(site, 'a/index.html', 'a/index.html', last(), made);
  write(next, { 'c/index.html': 'C' });
  write(site, { 'stray/file': 'S' });
  settle(next, site, made);
  assert.deepEqual(filesIn(site).toSorted(), ['a/index.html', 'c/index.html']);
  assert.ok(!existsSync(join(site, 'stray')) && !existsSync(join(site, 'b')), 'no empty folder');
  assert.equal(readFileSync(join(site, 'c/index.html'), 'utf8'), 'C');
});
