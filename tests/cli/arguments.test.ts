import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { scratchFolder } from '../support/scratch.ts';

const COMMANDS = ['bag', 'build', 'init', 'new', 'pack', 'publish', 'seal', 'serve', 'verify'];

for (const name of COMMANDS)
  test(`npm run ${name}: --help says what it takes, and so does a wrong option`, (t) => {
    const run = (option: string) =>
      spawnSync(process.execPath, [`src/cli/${name}.ts`, option], {
        env: { ...process.env, ARCHIVE_CONTENT: scratchFolder(t) },
        encoding: 'utf8',
      });
    const help = run('--help');
    assert.equal(help.status, 0, help.stderr);
    assert.match(help.stdout, new RegExp(`npm run ${name}\\b`));
    const wrong = run('--colour');
    assert.equal(wrong.status, 2);
    assert.equal(wrong.stdout, '');
    assert.equal(wrong.stderr, `Unknown option '--colour'\n${help.stdout}`);
  });
