import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isInstalledByNpm } from '../../src/setup/npm-install.mjs';
import { isInstalled, recordInstall, root, setUp } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { copyProject, scratchFolder, write } from '../support/scratch.ts';

const project = { name: 'scratch', scripts: { start: 'true' }, dependencies: { reed: '1.0.0' } };
const json = (value: unknown) => JSON.stringify(value);

test('an install counts until what it was made from changes', (t) => {
  const folder = scratchFolder(t);
  write(folder, { 'package.json': json(project), 'package-lock.json': '{}' });
  assert.equal(isInstalled(folder), false, 'a fresh clone');

  write(folder, { 'node_modules/reed/package.json': '{}' });
  assert.equal(isInstalled(folder), false, 'a folder of packages that nothing vouches for');

  recordInstall(folder);
  assert.equal(isInstalled(folder), true);

  write(folder, { 'package.json': json({ ...project, scripts: { start: 'false' } }) });
  assert.equal(isInstalled(folder), true, 'another script');

  write(folder, { 'package.json': json({ ...project, dependencies: { reed: '1.0.1' } }) });
  assert.equal(isInstalled(folder), false, 'another dependency');

  write(folder, { 'package.json': json(project), 'package-lock.json': '{"packages":{}}' });
  assert.equal(isInstalled(folder), false, 'another lock file');
});

test('a stamp that is spoilt counts for nothing, whatever lies in its place', (t) => {
  const folder = scratchFolder(t);
  write(folder, { 'package.json': json(project), 'package-lock.json': '{}' });
  mkdirSync(join(folder, 'node_modules'));
  const stamp = join(folder, 'node_modules/.cuttings-install');
  recordInstall(folder);
  const bytes = readFileSync(stamp);
  const spoilt = Array.from(bytes, (byte, at) => [...bytes.with(at, byte ^ (1 << (at % 8)))]);
  for (const other of [...spoilt, [], [...bytes].slice(1)]) {
    writeFileSync(stamp, Buffer.from(other));
    assert.equal(isInstalled(folder), false, `${Buffer.from(other)}`);
  }
  for (const put of [mkdirSync, (path: string) => symlinkSync('/dev/zero', path)]) {
    rmSync(stamp, { recursive: true });
    put(stamp);
    assert.equal(isInstalled(folder), false);
    recordInstall(folder);
    assert.equal(isInstalled(folder), true);
  }
});

test('what npm ci has installed is not installed again, unless a part of it is another or is gone', async (t) => {
  const folder = scratchFolder(t);
  const reed = { version: '1.0.0', integrity: 'sha512-a' };
  const node = { version: '24.0.0', integrity: 'sha512-b' };
  const other = { version: '2.0.0', integrity: 'sha512-c', optional: true };
  const there = { 'node_modules/reed': reed, 'node_modules/node': node };
  write(folder, {
    'package.json': json(project),
    'package-lock.json': json({
      packages: { '': project, ...there, 'node_modules/for-another-system': other },
    }),
    'node_modules/.package-lock.json': json({ packages: there }),
    'node_modules/reed/package.json': '{}',
    'node_modules/node/package.json': '{}',
  });
  assert.equal(isInstalledByNpm(folder), false, 'no Node of its own');
  write(folder, { 'node_modules/.bin/node': '' });
  assert.equal(isInstalledByNpm(folder), true);
  await setUp(folder);
  assert.equal(isInstalled(folder), true, 'it is remembered');

  write(folder, {
    'node_modules/.package-lock.json': json({
      packages: { ...there, 'node_modules/reed': { ...reed, version: '1.0.1' } },
    }),
  });
  assert.equal(isInstalledByNpm(folder), false, 'another version');
  write(folder, { 'node_modules/.package-lock.json': json({ packages: there }) });
  rmSync(join(folder, 'node_modules/reed'), { recursive: true });
  assert.equal(isInstalledByNpm(folder), false, 'one that was taken out');
});

test('the lock file locks what package.json asks for', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const asked = read('package.json');
  const locked = read('package-lock.json').packages[''];
  assert.deepEqual(locked.dependencies, asked.dependencies);
  assert.deepEqual(locked.devDependencies, asked.devDependencies);
});

test('no network is one sentence, and leaves nothing that counts as an install', async (t) => {
  const folder = scratchFolder(t);
  copyProject(folder, ['package.json', 'package-lock.json', 'src/cli', 'src/setup', 'src/errors']);
  const { code, stdout, stderr } = await runNode(['src/cli/run.mjs', 'node', '--version'], {
    cwd: folder,
    env: {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(folder, 'cache'),
    },
  });
  assert.equal(code, 1);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /^Installing the packages [^\n]+\nThe packages could not be downloaded because npm cannot reach its registry: [^\n]+\n$/,
  );
  assert.equal(isInstalled(folder), false);
  assert.equal(existsSync(join(folder, 'node_modules/.cuttings-install')), false);
});

test('an install that was cut short is cleared away before the next', async (t) => {
  const folder = scratchFolder(t);
  copyProject(folder, ['package.json', 'package-lock.json', 'src/cli', 'src/setup', 'src/errors']);
  write(folder, {
    'node_modules/.cuttings-install': 'unfinished',
    'node_modules/half/package.json': '{}',
    // Stands in for npm: says what it found.
    'bin/npm': '#!/bin/sh\nls node_modules\nexit 3\n',
  });
  const { code, stderr } = await runNode(['src/cli/run.mjs'], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` },
  });
  assert.equal(code, 1);
  assert.doesNotMatch(stderr, /half/);
  assert.match(stderr, /npm could not install the packages\.\n$/);
});

test('a program gets the arguments, and its exit code is the command’s', async (t) => {
  const folder = scratchFolder(t);
  copyProject(folder, ['package.json', 'package-lock.json', 'src/cli', 'src/setup', 'src/errors']);
  write(folder, {
    'node_modules/.bin/reed': '#!/bin/sh\necho "$@"\nexit 7\n',
  });
  recordInstall(folder);
  const { code, stdout, stderr } = await runNode(['src/cli/run.mjs', 'reed', 'a b', '--c'], {
    cwd: folder,
  });
  assert.deepEqual({ code, stdout, stderr }, { code: 7, stdout: 'a b --c\n', stderr: '' });
});
