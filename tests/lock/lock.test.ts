import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LockFault } from '../../src/lock/holder.ts';
import { isHeld, withLock } from '../../src/lock/lock.ts';
import { scratchFolder } from '../support/scratch.ts';

const HOLDING = `
  const { withLock } = await import('./src/lock/lock.ts');
  await withLock(process.argv.slice(1), 'npm run something', () => {
    process.stdout.write('held');
    return new Promise((done) => setTimeout(done, 60_000));
  });`;

/** A process that holds folders until it is killed. */
async function holder(t: TestContext, ...folders: string[]) {
  const args = ['--input-type=module', '-e', HOLDING, ...folders];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('who comes second is told who holds a folder, since when, and what to do', async (t) => {
  const folder = scratchFolder(t);
  const { pid } = await holder(t, folder);
  let done = false;
  const second = withLock([folder], 'npm run build', () => (done = true), 0);
  await assert.rejects(second, (error: Error) => {
    assert.ok(error instanceof LockFault);
    const [first = '', ...rest] = error.message.split('. ');
    assert.match(
      first,
      new RegExp(
        `^${folder} is in use by npm run something \\(process ${pid}, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\)$`,
      ),
    );
    assert.deepEqual(rest, [
      'Let it end, or stop it, and run npm run build again',
      'Nothing was done.',
    ]);
    return true;
  });
  assert.equal(done, false);
});

test('a process that is killed holds nothing', async (t) => {
  const folder = scratchFolder(t);
  const child = await holder(t, folder);
  assert.ok(isHeld(folder));
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(await withLock([folder], 'npm run build', () => 'done', 0), 'done');
  assert.ok(!isHeld(folder));
});

test('a folder is one, by whichever way it is reached and before it is there', async (t) => {
  const folder = scratchFolder(t);
  mkdirSync(join(folder, 'real'));
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  await holder(t, join(folder, 'real'), join(folder, 'link/not-there-yet'));
  assert.ok(isHeld(join(folder, 'link')));
  assert.ok(isHeld(join(folder, 'real/../real/not-there-yet')));
  assert.ok(!isHeld(folder));
});

test('folders are asked for in one order: two commands do not wait for each other for ever', async (t) => {
  const folder = scratchFolder(t);
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const pair = ([...folders]: string[]) =>
    withLock(folders, 'npm run bag', () => new Promise((done) => setTimeout(done, 20)), 5000);
  await Promise.all([pair([one, other]), pair([other, one]), pair([one, other])]);
});

test('what fails lets go', async (t) => {
  const folder = scratchFolder(t);
  const failing = withLock([folder], 'npm run build', () => Promise.reject(new Error('no')));
  await assert.rejects(failing, /no/);
  assert.ok(!isHeld(folder));
});
