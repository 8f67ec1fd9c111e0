import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isAsWritten } from '../../../src/content/files/regular-file.ts';
import { scratchFolder } from '../../support/scratch.ts';

test('where a capture is to stand, a pipe or a link is no capture', (t) => {
  const folder = scratchFolder(t);
  const at = (name: string) => join(folder, name);
  const bytes = Buffer.from('The lamp was lit.');
  writeFileSync(at('file'), bytes);
  symlinkSync(at('file'), at('link'));
  execFileSync('mkfifo', [at('pipe')]);
  assert.equal(isAsWritten(at('file'), bytes), true);
  assert.equal(isAsWritten(at('file'), Buffer.from('Another.')), false);
  for (const name of ['link', 'pipe', 'nothing', ''])
    assert.equal(isAsWritten(at(name), bytes), false, name);
});
