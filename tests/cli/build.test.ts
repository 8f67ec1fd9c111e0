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
  cpSync('tests/fixtures/isles', content, { recursive: true });
  const person = join(content, 'people/ismenia-varga.yaml');
  writeFileSync(person, `${readFileSync(person, 'utf8')}nick: Tony\n`);
  const place = join(content, 'places/sedge.yaml');
  writeFileSync(place, 'name:\n');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'the last good build');

  const { status, stdout, stderr } = build(content, out);

  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(
    stderr,
    /people\/ismenia-varga\.yaml:\d+:1 \[field\/unknown\]\n {2}“nick”\n {2}Rule: .+\n {2}Fix: .+/,
  );
  assert.match(stderr, /places\/sedge\.yaml:1:1 \[field\/[a-z]+\]\n/);
  assert.match(stderr, /2 problems in the archive\. Nothing was built\.\n$/);
  assert.doesNotMatch(stderr, /\bat .*\.ts:\d+/, 'no trace of the code');
  assert.deepEqual(readdirSync(folder).toSorted(), ['content', 'dist']);
  assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), 'the last good build');
});

test('a folder that is not there is named', (t) => {
  const folder = scratchFolder(t);
  const { status, stderr } = build(join(folder, 'nowhere'), join(folder, 'dist'));
  assert.equal(status, 1);
  assert.match(stderr, /nowhere:1:1 \[file\/no-archive\]\n {2}Rule: An archive is a folder/);
  assert.ok(!existsSync(join(folder, 'dist')));
});
