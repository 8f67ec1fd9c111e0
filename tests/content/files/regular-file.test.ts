import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { LARGEST, regularBytes } from '../../../src/content/files/regular-file.ts';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { problemText } from '../../../src/domain/problem.ts';
import { SOUND } from '../../support/broken.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const SECRET = 'The combination of the safe is 3110.';

type Put = (path: string, t: TestContext) => void | Promise<void>;
const link =
  (to: string): Put =>
  (path) =>
    symlinkSync(to, path);
const pipe: Put = (path) => void execFileSync('mkfifo', [path]);
const socket: Put = async (path, t) => {
  // An address of a socket is short, and the path of a test’s folder may be long.
  const server = createServer().listen({ path });
  t.after(() => server.close());
  await once(server, 'listening');
};
/** As large on the disk as a page of memory. */
const sparse =
  (size: number): Put =>
  (path) => {
    writeFileSync(path, '---\n');
    truncateSync(path, size);
  };
const toSecret: Put = (path, t) => {
  const outside = scratchFolder(t);
  write(outside, { 'safe.txt': SECRET, 'folder/ada.yaml': `name: ${SECRET}\n` });
  symlinkSync(join(outside, path.endsWith('.mdx') ? 'safe.txt' : 'folder'), path);
};

const DAY = 'articles/2031/04/02';
const FOREIGN = 'An archive holds regular files and folders alone; this is ';
const LINK = `${FOREIGN}a link`;
const SPECIAL = `${FOREIGN}a pipe, a socket or a device`;

// biome-ignore format: a table, a fault a row
const FAULTS: [what: string, path: string, put: Put, rule: string, fix: string][] = [
  ['an article that is a link out of the archive', `${DAY}/p.mdx`, toSecret, LINK, 'what it leads to'],
  ['an article that is a link to one of the archive', `${DAY}/p.mdx`, link('storm.mdx'), LINK, 'what it leads to'],
  ['a link to nothing', `${DAY}/p.mdx`, link('nowhere'), LINK, 'remove it'],
  ['a link to a device without an end', `${DAY}/p.mdx`, link('/dev/zero'), LINK, 'remove it'],
  ['an article that is a pipe', `${DAY}/p.mdx`, pipe, SPECIAL, 'Remove it'],
  ['an article that is a socket', `${DAY}/p.mdx`, socket, SPECIAL, 'Remove it'],
  ['a folder of articles that is a link', 'articles/2030', toSecret, LINK, 'what it leads to'],
  ['a folder that leads in a circle', 'articles/2031/04/again', link('..'), LINK, 'remove it'],
  ['a record that is a pipe', 'people/una-holt.yaml', pipe, SPECIAL, 'Remove it'],
  ['a record that is a link to a device', 'people/una-holt.yaml', link('/dev/random'), LINK, 'remove it'],
  ['all articles behind a link', 'articles', toSecret, LINK, 'what it leads to'],
  ['all places behind a link', 'places', toSecret, LINK, 'what it leads to'],
  ['all people in a pipe', 'people', pipe, SPECIAL, 'Remove it'],
  ['a file in the place of all people', 'people', (path) => writeFileSync(path, 'Ada'), 'a file where a folder', 'Move the file'],
  ['an article of 5 GB', `${DAY}/p.mdx`, sparse(5 * 1024 ** 3), 'at most 64 MB', 'Part it'],
  ['a record of one byte too many', 'people/una-holt.yaml', sparse(LARGEST + 1), 'at most 64 MB', 'Part it'],
];

suite('an archive is made of regular files within it', () => {
  for (const [what, path, put, rule, fix] of FAULTS)
    test(what, { timeout: 20_000 }, async (t) => {
      const root = realpathSync(scratchFolder(t));
      write(root, SOUND as Record<string, string>);
      const place = join(root, path);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(dirname(place), { recursive: true });
      await put(place, t);
      const problems = await problemsIn(root);
      const told = problems.map(problemText);
      const one = problems.find(({ file }) => file === place);
      assert.ok(one, told.join('\n'));
      assert.deepEqual([one.line, one.column], [1, 1]);
      assert.ok(one.rule.includes(rule), one.rule);
      assert.ok(one.fix.includes(fix), one.fix);
      assert.doesNotMatch(
        told.join('\n'),
        /combination|3110/,
        'nothing is quoted from behind a link',
      );
    });

  test('the archive itself may lie behind a link', async (t) => {
    const folder = scratchFolder(t);
    write(join(folder, 'content'), SOUND as Record<string, string>);
    symlinkSync('content', join(folder, 'link'));
    const store = new ArchiveStore(scratchFolder(t));
    t.after(() => store.close());
    assert.equal((await readArchive(join(folder, 'link'), '/', store)).changed, 1);
  });
});

test('a pipe that nobody writes to does not keep a reader waiting', {
  timeout: 5000,
}, async (t) => {
  const path = join(scratchFolder(t), 'pipe');
  await pipe(path, t);
  assert.throws(() => regularBytes(path), { code: 'EFTYPE' });
});
