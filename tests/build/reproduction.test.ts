import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSite, SITE_MANIFEST } from '../../src/fixity/copy.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { root } from '../../src/setup/setup.mjs';
import { copyProject, scratchFolder, write } from '../support/scratch.ts';

/** Another day on the clock, for whatever asks. */
const CLOCK = `
  const Real = Date;
  const shift = 1000 * 86_400_000;
  globalThis.Date = class extends Real {
    constructor(...args) {
      if (args.length > 0) super(...args);
      else super(Real.now() + shift);
    }
    static now() {
      return Real.now() + shift;
    }
  };`;

const PROJECT = [
  'src',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

test('two builds in other folders, time zones, languages and on another day are the same to the byte', (t) => {
  const build = (name: string, env: Record<string, string>, ...args: string[]): string => {
    const folder = join(scratchFolder(t), name);
    copyProject(folder, PROJECT);
    // A file that no other copy has, so that each bundles its pages itself.
    write(folder, { 'clock.mjs': CLOCK, 'src/place.txt': folder });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    copyProject(folder, ['tests/fixtures/isles']);
    for (const path of filesIn(join(folder, 'tests')))
      utimesSync(join(folder, 'tests', path), 1, name.length);
    const built = spawnSync(process.execPath, [...args, 'src/cli/build.ts'], {
      cwd: folder,
      env: { ...process.env, ARCHIVE_CONTENT: 'tests/fixtures/isles', ...env },
      encoding: 'utf8',
    });
    assert.equal(built.status, 0, built.stderr);
    return join(folder, 'dist');
  };
  const here = build('here', { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'C' });
  const there = build(
    'far away/in a folder',
    { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    '--import',
    './clock.mjs',
  );
  const lines = (dist: string) => readFileSync(join(dist, SITE_MANIFEST), 'utf8').split('\n');
  assert.deepEqual(lines(there), lines(here));
  for (const dist of [here, there]) {
    const { held, differences } = checkSite(dist);
    assert.deepEqual(differences, []);
    assert.equal(held, lines(dist).length - 1, 'the manifest has every file');
  }
});
