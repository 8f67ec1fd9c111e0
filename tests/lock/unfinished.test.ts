import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withLock } from '../../src/lock/lock.ts';
import { LOCKS } from '../../src/lock/lock-place.ts';
import { finishing } from '../../src/lock/unfinished.ts';
import { scratchFolder } from '../support/scratch.ts';

const WRITING = `
  const { withLock } = await import('./src/lock/lock.ts');
  const { finishing } = await import('./src/lock/unfinished.ts');
  const { writeFileSync } = await import('node:fs');
  const [path] = process.argv.slice(1);
  await withLock([path], 'npm run pack', () => finishing(path, (unfinished) => {
    writeFileSync(unfinished, 'a part');
    process.stdout.write('begun');
    return new Promise((done) => setTimeout(done, 60_000));
  }));`;

const finished = (path: string) =>
  withLock([path], 'npm run pack', () =>
    finishing(path, (unfinished) => writeFileSync(unfinished, 'whole')),
  );

test('what a killed command left is cleared by the next, wherever it lies; what is being written is not', async (t) => {
  const [here, there] = [scratchFolder(t), scratchFolder(t)];
  const start = async (path: string) => {
    const args = ['--input-type=module', '-e', WRITING, path];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    return child;
  };
  const killed = await start(join(there, 'left.zip'));
  await start(join(there, 'at-work.zip'));
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  assert.deepEqual(readdirSync(there).toSorted(), [
    '.at-work.zip-unfinished',
    LOCKS,
    '.left.zip-unfinished',
  ]);
  await finished(join(here, 'site.zip'));
  assert.deepEqual(readdirSync(there).toSorted(), ['.at-work.zip-unfinished', LOCKS]);
  assert.deepEqual(readdirSync(here), ['site.zip']);
  assert.equal(readFileSync(join(here, 'site.zip'), 'utf8'), 'whole');
});

test('what cannot be made leaves nothing, and what was there', async (t) => {
  const path = join(scratchFolder(t), 'site.zip');
  await finished(path);
  const failing = withLock([path], 'npm run pack', () =>
    finishing(path, (unfinished) => {
      writeFileSync(unfinished, 'a part');
      throw new Error('no room');
    }),
  );
  await assert.rejects(failing, /no room/);
  assert.equal(readFileSync(path, 'utf8'), 'whole');
  assert.ok(!existsSync(join(path, '../.site.zip-unfinished')));
});
