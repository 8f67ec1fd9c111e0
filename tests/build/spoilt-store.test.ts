import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, suite, test } from 'node:test';
import { inventArchive } from '../../src/bench/invented/archive.ts';
import { chanceOf } from '../../src/bench/invented/chance.ts';
import { readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import { cacheFolder } from '../../src/content/store/cache.ts';
import { keepText, keptText } from '../../src/content/store/kept-text.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { write } from '../support/scratch.ts';

// FLIPS=1000 BUILDS=40 for the long run: a flip is a reading, some 20 ms; a build takes seconds.
const FLIPS = Number(process.env['FLIPS']) || 60;
const BUILDS = Number(process.env['BUILDS']) || 1;

const chance = chanceOf(Number(process.env['SEED']) || 11);
const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'content');
inventArchive(content, 12, 3);

/** The bytes with some that are others; one time in twenty without their end. */
function spoilt(bytes: Buffer): Buffer {
  if (chance.oneIn(20)) return bytes.subarray(0, chance.below(bytes.length));
  const other = Buffer.from(bytes);
  for (let flips = chance.pick([1, 1, 1, 2, 16]); flips > 0; flips--) {
    const at = chance.below(other.length);
    other[at] = (other[at] ?? 0) ^ (1 << chance.below(8));
  }
  // Two flips may undo each other.
  return other.equals(bytes) ? spoilt(bytes) : other;
}

/** What may lie in the place of a file that was kept. */
const IN_ITS_PLACE: [what: string, put: (file: string) => void][] = [
  ['nothing', () => undefined],
  ['an empty file', (file) => writeFileSync(file, '')],
  ['a foreign file', (file) => writeFileSync(file, 'A letter, and no store.\n')],
  ['a folder', (file) => write(file, { 'a/file': 'Here.' })],
  ['a link to a device without an end', (file) => symlinkSync('/dev/zero', file)],
  ['a pipe', (file) => assert.equal(spawnSync('mkfifo', [file]).status, 0)],
];

suite('a spoilt store gives what was read, or is made anew', () => {
  const kept = join(folder, 'kept');
  const store = join(folder, 'store');
  let name = '';
  let right: unknown;

  /** Reads the archive into a store; gives all that pages and search are made of. */
  async function read(folder: string) {
    const store = new ArchiveStore(folder);
    try {
      await readArchive(content, '/', store);
      const articles = [...store.articles()].map(({ id, digest, entry }) => {
        const said = entry.mentioned.map(([record]) => store.mentionedIn(id, record));
        return { id, digest, entry, said, data: store.dataOf(id), body: store.bodyOf(id) };
      });
      return { articles, records: store.records() };
    } finally {
      store.close();
    }
  }

  const begin = () => {
    rmSync(store, { recursive: true, force: true });
    mkdirSync(store);
    return join(store, name);
  };

  // The archive has changed since: in a spoilt file is written too, and rows are taken out of it.
  before(async () => {
    const files = filesIn(join(content, 'articles')).map((path) => join(content, 'articles', path));
    mkdirSync(kept);
    // What is known of a file is kept once its last change is some seconds old.
    const now = Date.now();
    mock.method(Date, 'now', () => now + 60_000);
    await read(kept);
    const [first = '', second = '', third = ''] = files;
    const text = readFileSync(first, 'utf8');
    rmSync(first);
    await read(kept);
    name = readdirSync(kept)[0] ?? '';
    assert.deepEqual(readdirSync(kept), [name, `${name}.files.txt`, `${name}.proof.txt`]);
    writeFileSync(first, text);
    appendFileSync(second, '\nIt rained for three days.\n');
    rmSync(third);
    mkdirSync(store);
    right = await read(store);
  });
  after(() => mock.restoreAll());

  test(`${FLIPS} times by other bytes`, async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const bytes = readFileSync(join(kept, name));
    for (let flip = 0; flip < FLIPS; flip++) {
      writeFileSync(begin(), spoilt(bytes));
      assert.deepEqual(await read(store), right, `flip ${flip}`);
    }
  });

  test(`${FLIPS} times by other bytes, beside what is known of it and of the archive`, async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const files = readdirSync(kept).map((file) => [file, readFileSync(join(kept, file))] as const);
    for (let flip = 0; flip < FLIPS; flip++) {
      begin();
      const [spoiltName] = chance.oneIn(2) ? [name] : chance.pick(files);
      for (const [file, bytes] of files)
        writeFileSync(join(store, file), file === spoiltName ? spoilt(bytes) : bytes);
      assert.deepEqual(await read(store), right, `flip ${flip}: ${spoiltName}`);
    }
  });

  test('a store that was proved is not doubted, and one that is doubted is proved again', async (t) => {
    const error = t.mock.method(console, 'error', () => undefined);
    const file = begin();
    await read(store);
    const bytes = readFileSync(file);
    assert.deepEqual(await read(store), right);
    assert.deepEqual(readFileSync(file), bytes);
    // A byte of a text, which nobody reads before a page shows it; the file may have old copies of it too.
    const other = bytes.toString('latin1').replaceAll('It rained for three', 'It reined for three');
    writeFileSync(file, other, 'latin1');
    assert.deepEqual(await read(store), right);
    assert.equal(error.mock.callCount(), 1);
  });

  for (const [what, put] of IN_ITS_PLACE)
    test(`by ${what} in its place`, async (t) => {
      t.mock.method(console, 'error', () => undefined);
      put(begin());
      assert.deepEqual(await read(store), right);
    });
});

suite('a spoilt text that is kept is not there', () => {
  const file = join(folder, 'kept.txt');
  const text = JSON.stringify(['Ferry', 'фергус', { best: 12 }]);

  test(`${FLIPS} times by other bytes`, () => {
    keepText(file, text);
    const bytes = readFileSync(file);
    assert.equal(keptText(file), text);
    for (let flip = 0; flip < FLIPS; flip++) {
      writeFileSync(file, spoilt(bytes));
      assert.equal(keptText(file), undefined, `flip ${flip}`);
    }
  });

  for (const [what, put] of IN_ITS_PLACE)
    test(`by ${what} in its place, and is kept there again`, () => {
      rmSync(file, { recursive: true, force: true });
      put(file);
      assert.equal(keptText(file), undefined);
      keepText(file, text);
      assert.equal(keptText(file), text);
    });
});

suite('a build on spoilt stores makes, byte for byte, the site of a clean one', () => {
  const site = join(folder, 'site');
  let right: string[] = [];
  let cache = '';

  const build = () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', site], {
      env: { ...process.env, ARCHIVE_CONTENT: content },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return filesIn(site)
      .toSorted()
      .map((path) => {
        assert.ok(statSync(join(site, path)).isFile(), path);
        const bytes = readFileSync(join(site, path));
        return `${path} ${createHash('sha256').update(bytes).digest('hex')}`;
      });
  };

  /** Spoils a file of the site as a program does that sets the times back. */
  function spoilInSite(path: string): void {
    const file = join(site, path);
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
  }

  before(() => {
    process.env['ARCHIVE_CONTENT'] = content;
    cache = cacheFolder();
    right = build();
  });

  for (let number = 1; number <= BUILDS; number++)
    test(`all that is kept and 20 files of the site, ${number}`, () => {
      for (const path of filesIn(cache))
        writeFileSync(join(cache, path), spoilt(readFileSync(join(cache, path))));
      for (let files = 0; files < 20; files++) spoilInSite(chance.pick(filesIn(site)));
      assert.deepEqual(build(), right);
    });

  test('20 files of the site alone, folders of it that are links, and a pipe in the place of a file', () => {
    for (let files = 0; files < 20; files++) spoilInSite(chance.pick(filesIn(site)));
    for (const [at, path] of ['people', 'search/words'].entries()) {
      renameSync(join(site, path), join(folder, `elsewhere-${at}`));
      symlinkSync(join(folder, `elsewhere-${at}`), join(site, path));
    }
    rmSync(join(site, 'data/articles.json'));
    assert.equal(spawnSync('mkfifo', [join(site, 'data/articles.json')]).status, 0);
    assert.deepEqual(build(), right);
  });

  test('folders in the place of all that is kept', () => {
    for (const name of readdirSync(cache)) {
      rmSync(join(cache, name), { recursive: true });
      write(join(cache, name), { 'a/file': 'Here.' });
    }
    assert.deepEqual(build(), right);
  });
});
