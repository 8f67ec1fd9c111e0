import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { seenFile, stateAt } from '../../../src/content/files/seen-file.ts';
import { KnownFiles } from '../../../src/content/store/known-files.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

/** A file of which all is known, as if it had been changed a minute ago; and what is known after that. */
function known(t: TestContext, text: string) {
  const folder = scratchFolder(t);
  const [path, kept] = [join(folder, 'some.mdx'), join(folder, 'files.txt')];
  write(folder, { 'some.mdx': text });
  const now = Date.now();
  t.mock.method(Date, 'now', () => now + 60_000);
  const first = new KnownFiles(kept);
  assert.equal(first.sha256Of(path), hash('sha256', text));
  first.keep();
  return { path, kept, again: () => new KnownFiles(kept).sha256Of(path) };
}

test('a file that was changed just now has no state: the next change may not show', (t) => {
  const folder = scratchFolder(t);
  const path = join(folder, 'some.mdx');
  write(folder, { 'some.mdx': 'Ferry lost' });
  assert.equal(seenFile(path).state, '');
  const now = Date.now();
  t.mock.method(Date, 'now', () => now + 60_000);
  assert.equal(seenFile(path).state, stateAt(path));
});

test('a file of the same length and time that was changed is read again', (t) => {
  const { path, again } = known(t, 'Ferry lost');
  const { atime, mtime } = statSync(path);
  writeFileSync(path, 'Ferry last');
  utimesSync(path, atime, mtime);
  assert.equal(again(), hash('sha256', 'Ferry last'));
});

test('a file in the place of another is read', (t) => {
  const { path, again } = known(t, 'Ferry lost');
  const { atime, mtime } = statSync(path);
  writeFileSync(`${path}.next`, 'Ferry last');
  utimesSync(`${path}.next`, atime, mtime);
  renameSync(`${path}.next`, path);
  assert.equal(again(), hash('sha256', 'Ferry last'));
});

test('a file that is gone has no digest', (t) => {
  const { path, again } = known(t, 'Ferry lost');
  rmSync(path);
  assert.equal(again(), '');
});

test('where what was known is spoilt, files are read', (t) => {
  const { kept, again } = known(t, 'Ferry lost');
  writeFileSync(kept, 'A letter.\n');
  assert.equal(again(), hash('sha256', 'Ferry lost'));
});
