import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { resume } from '../../src/placement/placement.ts';
import { isHalfway } from '../../src/placement/workplace.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** Kills for each way of putting in place; KILLS=20 for the long run. */
const KILLS = Math.min(Number(process.env['KILLS']) || 4, 40);
const FILES = 120;

/** Makes one site after another, each with files of its own, and puts them in place. */
const PLACING = `
  const { mkdirSync, writeFileSync } = await import('node:fs');
  const { dirname, join } = await import('node:path');
  const { openWorkplace } = await import('./src/placement/workplace.ts');
  const { place, resume } = await import('./src/placement/placement.ts');
  const [site, cache, way] = process.argv.slice(1);
  resume(site);
  for (let turn = 1; ; turn++) {
    const workplace = openWorkplace(site, cache);
    const name = process.pid + '-' + turn;
    const paths = Array.from({ length: ${FILES} }, (_, at) => at + '/index.html');
    const kept = turn > 1 && way !== 'exchange' ? ['kept'] : [];
    for (const path of [...paths, name + '/own', 'manifest', ...(kept.length > 0 ? [] : ['kept'])]) {
      const file = join(workplace.next, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, path === 'kept' ? 'kept' : name);
    }
    place({ ...workplace, isNear: way !== 'within' }, site, new Set(kept));
    process.stdout.write('placed');
  }`;

/** The one version that a site is of, all of it. */
function versionOf(site: string): string {
  const version = readFileSync(join(site, 'manifest'), 'utf8');
  const paths = Array.from({ length: FILES }, (_, at) => `${at}/index.html`);
  const whole = [...paths, `${version}/own`, 'kept', 'manifest'].toSorted();
  assert.deepEqual(filesIn(site).toSorted(), whole);
  for (const path of whole)
    assert.equal(readFileSync(join(site, path), 'utf8'), path === 'kept' ? 'kept' : version);
  return version;
}

for (const way of ['exchange', 'mend', 'within'])
  test(`killed ${KILLS} times while a site is put in place (${way}), the old or the new one stands, or word that neither does`, async (t) => {
    const folder = scratchFolder(t);
    const site = join(folder, 'dist');
    let halfway = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const args = ['--input-type=module', '-e', PLACING, site, folder, way];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      await Promise.race([once(child.stdout, 'data'), exited]);
      assert.equal(child.exitCode, null);
      // Half of the kills wait for the very time in which files move.
      const inPlacing = kill % 2 === 0 && way !== 'exchange';
      await wait(inPlacing ? 0 : Math.random() * 60);
      while (inPlacing && child.exitCode === null && !isHalfway(site)) await wait(1);
      child.kill('SIGKILL');
      await exited;
      if (isHalfway(site)) {
        halfway += 1;
        resume(site);
      }
      assert.ok(existsSync(site));
      versionOf(site);
      assert.ok(!isHalfway(site));
    }
    t.diagnostic(`${halfway} of ${KILLS} in the midst of it`);
    if (way !== 'exchange') assert.ok(halfway > 0, 'some were killed in the midst of it');
  });

/** Opens a workplace, and is killed after the given number of changes to the disk; says so if there were fewer. */
const OPENING = `
  const fs = (await import('node:fs')).default;
  const { syncBuiltinESMExports } = await import('node:module');
  const [site, cache, count] = process.argv.slice(1);
  let left = Number(count);
  for (const name of ['mkdirSync', 'mkdtempSync', 'writeFileSync', 'renameSync', 'rmdirSync', 'rmSync']) {
    const change = fs[name];
    fs[name] = (...args) => {
      const changed = change(...args);
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return changed;
    };
  }
  syncBuiltinESMExports();
  const { openWorkplace } = await import('./src/placement/workplace.ts');
  openWorkplace(site, cache);
  process.stdout.write('opened');`;

test('killed at any step before a site is made, the old one stands as it was', async (t) => {
  const folder = scratchFolder(t);
  const site = join(folder, 'dist');
  write(site, { 'index.html': 'old', 'a/index.html': 'old' });
  let isOpened = false;
  let step = 0;
  while (!isOpened) {
    step += 1;
    const args = ['--input-type=module', '-e', OPENING, site, folder, `${step}`];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', () => (isOpened = true));
    await once(child, 'close');
    assert.deepEqual(filesIn(site).toSorted(), ['a/index.html', 'index.html']);
    assert.ok(!isHalfway(site));
  }
  assert.ok(step > 4, `killed at ${step - 1} steps`);
  assert.deepEqual(readdirSync(site).toSorted(), ['a', 'index.html']);
});

for (const left of ['last', 'site'])
  test(`what a build that was killed at its very end left of another site (${left}) goes, and until then is said`, (t) => {
    const site = join(scratchFolder(t), 'dist');
    write(site, { 'index.html': 'this', [`.cuttings-next/${left}/index.html`]: 'another' });
    assert.ok(isHalfway(site));
    resume(site);
    assert.deepEqual(filesIn(site), ['index.html']);
    assert.ok(!isHalfway(site));
  });
