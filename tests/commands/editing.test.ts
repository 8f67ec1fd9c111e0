import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { runNode } from '../support/command.ts';
import { copyWholeProject, scratchFolder, write } from '../support/scratch.ts';

const PATIENCE = 90_000;
const PORT = 4900 + (process.pid % 200);

test('who edits sees the archive while it is built, imported into and sealed', async (t) => {
  // A project of its own: Astro lets one server at a time have a project.
  const cwd = join(scratchFolder(t), 'project');
  copyWholeProject(cwd);
  const content = join(cwd, 'content');
  inventArchive(content, 3, 7);
  write(cwd, { 'note.txt': 'Title: A notice\nDate: 2043-01-01\n\nThe lamp of the pier is lit.\n' });
  const [entry = ''] = filesIn(join(content, 'articles')).toSorted();
  const address = `http://localhost:${PORT}/${entry.replace('.mdx', '/')}`;

  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', `${PORT}`],
    {
      cwd,
      env: { ...process.env, ARCHIVE_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: 'ignore',
    },
  );
  t.after(() => server.kill('SIGKILL'));
  const shows = async (words: string) => {
    for (const start = Date.now(); Date.now() - start < PATIENCE; await wait(300)) {
      const page = await fetch(address).then(
        (answer) => answer.text(),
        () => '',
      );
      if (page.includes(words)) return;
    }
    assert.fail(`${address} does not show “${words}”`);
  };
  await shows('<article');

  const run = (...args: string[]) => runNode(args, { cwd, env: { ARCHIVE_CONTENT: content } });
  const work = run('src/cli/build.ts');
  await shows('<article');
  const { code, stderr } = await work;
  assert.equal(code, 0, stderr);
  for (const args of [
    ['src/cli/import.ts', 'note.txt'],
    ['src/cli/seal.ts'],
    ['src/cli/verify.ts', 'dist'],
  ]) {
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${stdout}${stderr}`);
  }
  // What is sealed is not changed in silence: who edits is told, in the words of the build.
  appendFileSync(join(content, 'articles', entry), '\nIt rained for seven days.\n');
  const told = async () => (await fetch(address, { headers: { Accept: 'text/html' } })).status;
  for (const start = Date.now(); (await told()) !== 500; await wait(300))
    assert.ok(Date.now() - start < PATIENCE, 'the server tells of the fault');
});
