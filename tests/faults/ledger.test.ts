import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { unlistedFault } from '../../src/content/ledger/check/ledger-fault.ts';
import { scratchFolder, write } from '../support/scratch.ts';

test('a record that is gone for a withheld name is told by its line of the ledger, without the name', (t) => {
  const root = scratchFolder(t);
  write(root, {
    'ledger/names.txt': '/people/ada-varga/ 2031-04-02 x\n/people/bo-lind/ 2031-04-02 x\n',
  });
  const file = join(root, 'ledger/names.txt');
  const told = ['ada-varga', 'bo-lind'].map((id, at) => {
    const sealed = { file, line: at + 1, path: `/people/${id}/`, date: '2031-04-02', stated: '' };
    const changes = [{ field: 'record', how: 'removed' as const, rule: 'listed' as const }];
    return unlistedFault(file, { sealed, changes });
  });
  assert.deepEqual(
    told.map(({ line }) => line),
    [1, 2],
  );
  assert.match(told[0]?.rule ?? '', /the one of this line .* withholds its name/);
  assert.doesNotMatch(JSON.stringify(told), /ada-varga|bo-lind/);
});
