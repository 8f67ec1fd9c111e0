import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runNode } from '../support/command.ts';
import { copyProject, scratchFolder, write } from '../support/scratch.ts';

const good = "import { test } from 'node:test';\ntest('good', () => {});\n";
const passes = '#!/bin/sh\nexit 0\n';

/** Runs the whole suite of an invented project, whose checks are stand-ins that pass or not. */
async function suite(t: TestContext, files: Record<string, string>) {
  const folder = scratchFolder(t);
  copyProject(folder, ['src/cli', 'src/setup', 'src/errors']);
  write(folder, {
    'package.json': '{"type":"module"}',
    'bin/astro': passes,
    'bin/biome': passes,
    'bin/prettier': passes,
    'bin/knip': passes,
    'lint/imports.ts': '',
    'tests/support/archives.ts': 'export function globalSetup() {}\n',
    ...files,
  });
  const { code, stdout } = await runNode(['src/cli/testing/test-run.mjs'], {
    cwd: folder,
    env: { PATH: [join(folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':') },
  });
  const lines = stdout.trimEnd().split('\n');
  const summaries = lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line));
  assert.deepEqual(summaries, [lines.at(-1)], 'one summary, on the last line');
  return { code, stdout, summary: lines.at(-1) };
}

test('each check and each test counts once', async (t) => {
  const { code, summary } = await suite(t, {
    'tests/a/good.test.ts': good,
    'tests/more.test.ts': `
      import { describe, it, test } from 'node:test';
      describe('suite', () => { it('one', () => {}); it('two', () => {}); });
      test.skip('skipped', () => {});
      test.todo('to do');
      test('to do, failing', { todo: true }, () => { throw new Error(); });
    `,
  });
  assert.deepEqual({ code, summary }, { code: 0, summary: '9 passed, 0 failed' });
});

test('a failing check fails the run, and the tests still run', async (t) => {
  const { code, summary, stdout } = await suite(t, {
    'bin/biome': '#!/bin/sh\necho "a stray comma"\nexit 1\n',
    'tests/good.test.ts': good,
  });
  assert.deepEqual({ code, summary }, { code: 1, summary: '6 passed, 1 failed' });
  assert.match(stdout, /a stray comma/);
});

test('a failing test, hook or file fails the run', async (t) => {
  const { code, summary, stdout } = await suite(t, {
    'tests/bad.test.ts': `
      import { after, describe, it, test } from 'node:test';
      test('bad', () => { throw new Error('the words of the failure'); });
      describe('suite', () => { it('bad', () => { throw new Error(); }); });
      describe('hook', () => { after(() => { throw new Error(); }); it('fine', () => {}); });
    `,
    'tests/broken.test.ts': 'throw new Error();\n',
  });
  assert.deepEqual({ code, summary }, { code: 1, summary: '7 passed, 4 failed' });
  assert.match(stdout, /the words of the failure/);
});

test('archives that do not build fail the run, and say why', async (t) => {
  const { code, summary, stdout } = await suite(t, {
    'tests/support/archives.ts':
      "export function globalSetup() { throw new Error('no such place'); }",
    'tests/good.test.ts': good,
  });
  assert.deepEqual({ code, summary }, { code: 1, summary: '6 passed, 1 failed' });
  assert.match(stdout, /no such place/);
});

test('a file without a test is a failure', async (t) => {
  const { code, summary, stdout } = await suite(t, {
    'tests/empty.test.ts': 'export {};\n',
    'tests/good.test.ts': good,
  });
  assert.deepEqual({ code, summary }, { code: 1, summary: '7 passed, 1 failed' });
  assert.match(stdout, /empty\.test\.ts holds no test/);
});

test('files that share a process count as they would alone', async (t) => {
  const { code, summary, stdout } = await suite(t, {
    'tests/a/good.test.ts': good,
    'tests/a/more.test.ts': good.replace('good', 'more'),
    'tests/a/none.test.ts':
      "import { test } from 'node:test';\nconst isWanted = false;\nif (isWanted)\ntest('none', () => {});\n",
    'tests/a/bad.test.ts':
      "import { test } from 'node:test';\ntest('bad', () => { throw new Error('the words of the failure'); });\n",
  });
  assert.deepEqual({ code, summary }, { code: 1, summary: '8 passed, 2 failed' });
  assert.match(stdout, /none\.test\.ts holds no test/);
  assert.match(stdout, /bad\.test\.ts/);
  assert.match(stdout, /the words of the failure/);
});

test('a run without a test is a failure', async (t) => {
  const { code, summary, stdout } = await suite(t, {});
  assert.deepEqual({ code, summary }, { code: 1, summary: '6 passed, 1 failed' });
  assert.match(stdout, /no test ran/);
});
