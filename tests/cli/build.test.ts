import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../support/scratch.ts';

const build = (content: string, out: string) =>
  spawnSync(process.execPath, ['src/cli/build.ts', '--out', out], {
    env: { ...process.env, ARCHIVE_CONTENT: content },
    encoding: 'utf8',
  });

test('a broken archive is refused: every fault on stderr, exit 1, and the last good build kept', (t) => {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  const out = join(folder, 'dist');
  cpSync('content', content, { recursive: true });
  const person = join(content, 'people/antony-blinken.yaml');
  writeFileSync(person, `${readFileSync(person, 'utf8')}nick: Tony\n`);
  const place = join(content, 'places/jordan.yaml');
  writeFileSync(place, 'name:\n');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'the last good build');

  const { status, stdout, stderr } = build(content, out);

  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /people\/antony-blinken\.yaml:\d+:1\n {2}“nick”\n {2}Rule: .+\n {2}Fix: .+/);
  assert.match(stderr, /places\/jordan\.yaml:1:1\n/);
  assert.match(stderr, /2 problems in the archive\. Nothing was built\.\n$/);
  assert.doesNotMatch(stderr, /\bat .*\.ts:\d+/, 'no trace of the code');
  assert.deepEqual(readdirSync(folder).toSorted(), ['content', 'dist']);
  assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), 'the last good build');
});

test('a folder that is not there is named', (t) => {
  const folder = scratchFolder(t);
  const { status, stderr } = build(join(folder, 'nowhere'), join(folder, 'dist'));
  assert.equal(status, 1);
  assert.match(stderr, /nowhere\/articles:1:1\n {2}Rule: An archive holds at least one article/);
  assert.ok(!existsSync(join(folder, 'dist')));
});
