import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesBelow } from '../../../src/content/files/files-below.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { scratchFolder } from '../../support/scratch.ts';

test('a link to a folder is a fault and is not followed, so that a circle ends', (t) => {
  const folder = scratchFolder(t);
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/x.mdx'), '');
  symlinkSync(folder, join(folder, 'a/circle'));
  const problems: Problem[] = [];
  const found = filesBelow(folder, problems).map(({ path, isFolder }) => [
    path.slice(folder.length + 1),
    isFolder,
  ]);
  assert.deepEqual(found, [
    ['a', true],
    ['a/x.mdx', false],
  ]);
  assert.deepEqual(
    problems.map(({ words }) => words),
    ['circle'],
  );
});

test('hidden files are passed over', (t) => {
  const folder = scratchFolder(t);
  writeFileSync(join(folder, '.DS_Store'), '');
  assert.deepEqual(filesBelow(folder), []);
});
