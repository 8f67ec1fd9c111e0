import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  digestsOf,
  isDue,
  keepsFolder,
  lastOutputs,
  nothingMade,
  recordOutputs,
} from '../../src/build/outputs.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** A site of two pages and a folder, as a build left it. */
function builtSite(t: TestContext) {
  const folder = scratchFolder(t);
  const [site, next, record] = ['site', 'next', 'record.json'].map((name) => join(folder, name));
  if (!site || !next || !record) throw new Error('three paths');
  write(next, { 'a/index.html': 'A', 'b/index.html': 'B', 'words/x/1': '1', 'words/x/2': '2' });
  const made = nothingMade();
  for (const path of filesIn(next)) made.keys.set(path, path.startsWith('words') ? 'x' : path);
  const digests = digestsOf(next, made, new Map());
  renameSync(next, site);
  recordOutputs(record, 'version', site, made, digests, new Map());
  return { site, next, record, last: () => lastOutputs(record, 'version', site) };
}

test('a file of the same key that lies there untouched is kept', (t) => {
  const { site, last } = builtSite(t);
  const made = nothingMade();
  assert.equal(isDue(site, 'a/index.html', 'a/index.html', last(), made), false);
  assert.deepEqual([...made.kept], ['a/index.html']);
});

test('a file of another key is due', (t) => {
  const { site, last } = builtSite(t);
  assert.equal(isDue(site, 'a/index.html', 'other', last(), nothingMade()), true);
});

test('a file that somebody has changed or removed is due', (t) => {
  const { site, last } = builtSite(t);
  writeFileSync(join(site, 'a/index.html'), 'C');
  assert.equal(isDue(site, 'a/index.html', 'a/index.html', last(), nothingMade()), true);
  assert.equal(isDue(site, 'c/index.html', 'c/index.html', last(), nothingMade()), true);
  utimesSync(join(site, 'b/index.html'), 1, 1);
  assert.equal(isDue(site, 'b/index.html', 'b/index.html', last(), nothingMade()), true);
});

test('a folder is kept whole or not at all', (t) => {
  const { site, last } = builtSite(t);
  const made = nothingMade();
  assert.equal(keepsFolder(site, 'words/x/', 'x', last(), made), true);
  assert.equal(made.kept.size, 2);
  writeFileSync(join(site, 'words/x/2'), 'changed');
  assert.equal(keepsFolder(site, 'words/x/', 'x', last(), nothingMade()), false);
  assert.equal(keepsFolder(site, 'words/y/', 'y', last(), nothingMade()), false);
});

test('nothing is taken for made by a build of another version, or of a record that is broken', (t) => {
  const { record, site } = builtSite(t);
  assert.equal(lastOutputs(record, 'another', site).size, 0);
  writeFileSync(record, '{');
  assert.equal(lastOutputs(record, 'version', site).size, 0);
});

test('the digest of what is kept is known without reading it; of what is made it is taken', (t) => {
  const { site, next, last } = builtSite(t);
  const made = nothingMade();
  assert.equal(isDue(site, 'a/index.html', 'a/index.html', last(), made), false);
  write(next, { 'b/index.html': 'New' });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  writeFileSync(join(site, 'a/index.html'), 'not read again');
  assert.deepEqual(
    digestsOf(next, made, last()),
    new Map([
      ['a/index.html', sha256('A')],
      ['b/index.html', sha256('New')],
    ]),
  );
});
