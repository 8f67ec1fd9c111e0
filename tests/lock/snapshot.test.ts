import assert from 'node:assert/strict';
import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ChangedMeanwhile, refuseChanges, snapshotOf } from '../../src/lock/snapshot.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const CHANGES: [name: string, change: (root: string) => void][] = [
  ['saved', (root) => writeFileSync(join(root, 'a/one.mdx'), 'other')],
  [
    'saved with as many letters, and its old time',
    (root) => {
      writeFileSync(join(root, 'a/one.mdx'), 'two');
      utimesSync(join(root, 'a/one.mdx'), 1, 1);
    },
  ],
  ['added', (root) => writeFileSync(join(root, 'a/two.mdx'), 'two')],
  ['removed', (root) => rmSync(join(root, 'a/one.mdx'))],
  ['moved', (root) => renameSync(join(root, 'a/one.mdx'), join(root, 'a/two.mdx'))],
];

for (const [name, change] of CHANGES)
  test(`a file that is ${name} while an archive is read is told of`, (t) => {
    const root = scratchFolder(t);
    write(root, { 'a/one.mdx': 'one', 'b.yaml': 'b' });
    utimesSync(join(root, 'a/one.mdx'), 1, 1);
    const before = snapshotOf(root);
    refuseChanges(root, before, 'Nothing was built.');
    change(root);
    assert.throws(
      () => refuseChanges(root, before, 'Nothing was built.'),
      (error) =>
        error instanceof ChangedMeanwhile &&
        /a\/(?:one|two)\.mdx changed while the archive was being read\. Nothing was built\. Run the command again\.$/.test(
          error.message,
        ),
    );
  });

test('what an editor keeps beside a file is no change of the archive', (t) => {
  const root = scratchFolder(t);
  write(root, { 'a/one.mdx': 'one' });
  const before = snapshotOf(root);
  write(root, { 'a/.one.mdx.swp': 'kept by an editor' });
  refuseChanges(root, before, 'Nothing was built.');
  assert.equal(snapshotOf(join(root, 'not-there')).size, 0);
});
