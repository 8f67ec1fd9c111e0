import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { checkBag, writeBag } from '../../src/fixity/bag.ts';
import { contentsOf } from '../../src/fixity/copy.ts';
import { isHeld } from '../../src/lock/lock.ts';
import { LOCKS, lockFile } from '../../src/lock/lock-place.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const HOLDING = `
  const { withLock } = await import('./src/lock/lock.ts');
  process.umask(Number(process.env.MASK ?? 0o22));
  const [patience, ...folders] = process.argv.slice(1);
  await withLock(folders, 'npm run something', () => {
    process.stdout.write('held');
    return new Promise((done) => process.stdin.on('data', done).on('end', done));
  }, Number(patience)).catch((error) => {
    process.stderr.write(error.name + ': ' + error.message);
    process.exit(1);
  });
  process.stdin.unref();`;

const argumentsFor = (folders: string[]) => ['--input-type=module', '-e', HOLDING, '0', ...folders];

/** A process that holds folders until it is told to go on. */
async function holder(t: TestContext, folders: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, argumentsFor(folders), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

async function ended(child: ChildProcess) {
  const exited = once(child, 'exit');
  child.stdin?.end('go on');
  assert.equal((await exited)[0], 0);
}

/** What a process is told that asks for folders and does not wait. */
const told = (folders: string[], env: Record<string, string> = {}, uid?: number) =>
  spawnSync(process.execPath, argumentsFor(folders), {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });

/** A user who is neither the one of the tests nor root; only root can be another. */
const OTHER = 65_534;
const isRoot = process.getuid?.() === 0;
const asOther = { skip: !isRoot && 'only root starts processes of another user' };

test('who has another folder for what is temporary is excluded too, of the archive as of what is made', async (t) => {
  const [folder, elsewhere] = [scratchFolder(t), scratchFolder(t)];
  const content = join(folder, 'content');
  mkdirSync(content);
  const archive = { ARCHIVE_CONTENT: content };
  for (const held of [content, join(folder, 'dist')]) {
    const child = await holder(t, [held], { ...archive, TMPDIR: elsewhere });
    const { status, stderr } = told([held], archive);
    assert.equal(status, 1);
    assert.match(stderr, /^LockFault: \S+ is in use by npm run something \(process \d+, since /);
    await ended(child);
    assert.equal(told([held], archive).status, 0);
  }
  assert.deepEqual(readdirSync(elsewhere), []);
});

test('nothing is left of a lock once it is let go of, nor of one that was killed after the next', async (t) => {
  const folder = scratchFolder(t);
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const held = await holder(t, [one]);
  const killed = await holder(t, [other]);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  assert.ok(!isHeld(other));
  assert.deepEqual(readdirSync(join(folder, LOCKS)).toSorted(), [
    '.gitignore',
    'folder-one.sqlite',
  ]);
  await ended(held);
  assert.deepEqual(readdirSync(folder), []);
});

test('whoever may write to a folder may take a lock that another left there, whatever umask they have', async (t) => {
  const folder = scratchFolder(t);
  chmodSync(folder, 0o775);
  const file = lockFile(join(folder, 'dist'));
  const child = await holder(t, [join(folder, 'dist')], { MASK: `${0o77}` });
  assert.equal(statSync(dirname(file)).mode & 0o777, 0o775);
  assert.equal(statSync(file).mode & 0o777, 0o664);
  child.kill('SIGKILL');
});

test('a lock of another user excludes, and one that was left is taken', asOther, async (t) => {
  const folder = scratchFolder(t);
  chmodSync(folder, 0o777);
  const dist = join(folder, 'dist');
  const child = await holder(t, [dist]);
  const second = told([dist], {}, OTHER);
  assert.match(second.stderr, /is in use by npm run something/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.deepEqual(told([dist], {}, OTHER).stderr, '');
  assert.deepEqual(readdirSync(folder), []);
});

test(
  'a lock that another user left and nobody else may write is told of in a sentence',
  asOther,
  async (t) => {
    const folder = scratchFolder(t);
    chmodSync(folder, 0o777);
    const dist = join(folder, 'dist');
    const child = await holder(t, [dist]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    chmodSync(lockFile(dist), 0o644);
    const { status, stderr } = told([dist], {}, OTHER);
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^LockFault: The lock \S+ is of the user with the number 0, and you may not write it\. Let their command end; where none runs, remove the file, or ask them to\.$/,
    );
  },
);

test('what can only be read is held too, among one’s own commands', async (t) => {
  const folder = scratchFolder(t);
  const [content, temporary] = [join(folder, 'content'), join(folder, 'temporary')];
  mkdirSync(content);
  mkdirSync(temporary);
  chmodSync(folder, 0o755);
  chmodSync(temporary, 0o777);
  chmodSync(content, 0o555);
  const env = { ARCHIVE_CONTENT: content, TMPDIR: temporary };
  const { status, stderr } = told([content], env, isRoot ? OTHER : undefined);
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(readdirSync(content), []);
  assert.match(`${readdirSync(temporary)}`, /^cuttings-locks-\d+$/);
});

test('a lock is no link, no pipe and no folder: nothing is opened that lies there instead', (t) => {
  const folder = scratchFolder(t);
  const file = lockFile(join(folder, 'dist'));
  mkdirSync(dirname(file));
  write(folder, { 'other.sqlite': 'other' });
  symlinkSync(join(folder, 'other.sqlite'), file);
  execFileSync('mkfifo', [lockFile(join(folder, 'bag'))]);
  for (const name of ['dist', 'bag'])
    assert.match(
      told([join(folder, name)]).stderr,
      /^LockFault: The lock \S+ is no file\. Move it/,
    );
  assert.equal(readFileSync(join(folder, 'other.sqlite'), 'utf8'), 'other');
  const linked = join(folder, 'linked');
  mkdirSync(linked);
  symlinkSync(tmpdir(), join(linked, LOCKS));
  assert.match(told([join(linked, 'dist')]).stderr, /it is no folder\. Move it elsewhere\.$/);
  write(folder, { [join(basename(linked), 'other', LOCKS)]: 'a file' });
  assert.match(told([join(linked, 'other/dist')]).stderr, /it is no folder\. Move it elsewhere\.$/);
});

test('git does not see a lock, nor is one read as part of an archive or put into a bag', async (t) => {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  write(content, { 'articles/one.mdx': 'one' });
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const child = await holder(t, [content, join(folder, 'dist')], { ARCHIVE_CONTENT: content });
  assert.ok(existsSync(join(content, LOCKS, 'archive.sqlite')));
  assert.ok(existsSync(join(folder, LOCKS, 'folder-dist.sqlite')));
  const seen = execFileSync('git', ['status', '--porcelain', '-uall'], { cwd: folder });
  assert.equal(`${seen}`, '?? content/articles/one.mdx\n');
  assert.deepEqual(
    filesBelow(content).map(({ path }) => path),
    [join(content, 'articles'), join(content, 'articles/one.mdx')],
  );
  const bag = join(folder, 'bag');
  writeBag(bag, new Map([['content', content]]), new Map());
  assert.deepEqual(
    contentsOf(bag).map(({ path }) => path),
    [
      'bag-info.txt',
      'bagit.txt',
      'data/content/articles/one.mdx',
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
    ],
  );
  assert.deepEqual(checkBag(bag).differences, []);
  child.kill('SIGKILL');
});
