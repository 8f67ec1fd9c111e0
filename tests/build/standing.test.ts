import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { inputStanding, recordStanding, toldIfUnchanged } from '../../src/build/standing.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuttings-standing-'));
const [content, site, record] = ['content', 'site', 'record.json'].map((name) =>
  join(folder, name),
) as [string, string, string];
const told = { articles: 3, warnings: ['one'] };

/** How all stands, as if it had stood so for long. */
function settled() {
  const input = inputStanding(content);
  return input && { ...input, isSettled: true };
}

/** What a build of the archive would find of the last one. */
const found = () => toldIfUnchanged<typeof told>(record, inputStanding(content), site);

/** Writes other words of the same length, and sets back the time of modification. */
function changeInSilence(file: string) {
  const { atime, mtime } = statSync(file);
  writeFileSync(file, 'two');
  utimesSync(file, atime, mtime);
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(content, 'articles'), { recursive: true });
  mkdirSync(site, { recursive: true });
  writeFileSync(join(content, 'articles', 'a.mdx'), 'one');
  writeFileSync(join(site, 'index.html'), 'one');
  recordStanding(record, settled(), site, told);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('where all stands as it was left, what the build told is known', () => {
  assert.deepEqual(found(), told);
});

test('nothing is noted of files that were changed a moment before', () => {
  unlinkSync(record);
  const input = inputStanding(content);
  assert.equal(input?.isSettled, false);
  recordStanding(record, input, site, told);
  assert.equal(found(), undefined);
});

const CHANGES: [what: string, change: () => void][] = [
  [
    'an entry with the size and time that it had',
    () => changeInSilence(join(content, 'articles', 'a.mdx')),
  ],
  ['another entry', () => writeFileSync(join(content, 'articles', 'b.mdx'), 'two')],
  ['an entry less', () => unlinkSync(join(content, 'articles', 'a.mdx'))],
  ['another folder', () => mkdirSync(join(content, 'poeple'))],
  ['something that is no file', () => symlinkSync('a.mdx', join(content, 'articles', 'b.mdx'))],
  ['a page with the size and time that it had', () => changeInSilence(join(site, 'index.html'))],
  ['another file of the site', () => writeFileSync(join(site, 'other.html'), 'two')],
  ['a file of the site less', () => unlinkSync(join(site, 'index.html'))],
  ['no site', () => rmSync(site, { recursive: true })],
  ['a record with another byte', () => writeFileSync(record, '{"input":""}')],
  ['no record', () => unlinkSync(record)],
];
for (const [what, change] of CHANGES)
  test(`a build is due: ${what}`, () => {
    change();
    assert.equal(found(), undefined);
  });

test('a build is due after a commit, which may tell of a sealing', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: content,
      stdio: 'ignore',
    });
  git('init');
  const before = inputStanding(content);
  git('commit', '--allow-empty', '-m', 'begin');
  assert.notEqual(inputStanding(content)?.digest, before?.digest);
});
