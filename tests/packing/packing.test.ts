import assert from 'node:assert/strict';
import { createCipheriv, createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkSite, SITE_MANIFEST } from '../../src/fixity/copy.ts';
import { manifestText } from '../../src/fixity/manifest.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { ROOT } from '../../src/hosting/packed/layout.ts';
import { chanceOf, scaleFor } from '../../src/packing/boundaries.ts';
import { PackedReading } from '../../src/packing/packed-reading.ts';
import { hasOthers, packSite } from '../../src/packing/packing.ts';
import { digestsIn } from '../../src/publication/contents.ts';
import { scratchFolder, write } from '../support/scratch.ts';
import { bytesOf } from '../support/site-bytes.ts';

/** Bytes that do not get smaller. */
const noise = (name: string, size: number): Buffer =>
  createCipheriv(
    'aes-256-ctr',
    createHash('sha256').update(name).digest(),
    Buffer.alloc(16),
  ).update(Buffer.alloc(size));

const PAGES = Array.from({ length: 500 }, (_, at) => {
  const day = `${1 + (at % 28)}`.padStart(2, '0');
  return `2031/0${1 + (at % 9)}/${day}/n-${at}/index.html`;
});

/** Makes a site of invented pages, as a build leaves it. @param changed files that differ */
function siteIn(folder: string, changed: ReadonlyMap<string, Buffer | undefined> = new Map()) {
  const files = new Map<string, Buffer | undefined>([
    ...PAGES.map((path) => [path, noise(path, 4_000)] as const),
    ['index.html', Buffer.from('<p>home</p>')],
    ['404.html', Buffer.from('<p>lost</p>')],
    ['robots.txt', Buffer.from('User-agent: *\n')],
    ['empty.txt', Buffer.alloc(0)],
    ['media/m-a/film.mp4', noise('film', 1_100_000)],
    ['data/articles.json', Buffer.from('[]'.repeat(1_000_000))],
    ['_astro/page.css', Buffer.from('p { margin: 0 }')],
    ['_headers', Buffer.from('/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n')],
    ['_redirects', Buffer.from('/old/ /about/ 301\n')],
    ...changed,
  ]);
  for (const [path, content] of files) if (content) write(folder, { [path]: content });
  const digests = new Map(
    [...files].flatMap(([path, content]) =>
      content ? [[path, createHash('sha256').update(content).digest('hex')] as const] : [],
    ),
  );
  writeFileSync(join(folder, SITE_MANIFEST), manifestText(digests));
  return { dist: folder, digests, base: '/' };
}

const manifestOf = (folder: string) =>
  digestsIn(readFileSync(join(folder, SITE_MANIFEST), 'latin1'));

async function packedOf(t: TestContext, changed?: ReadonlyMap<string, Buffer | undefined>) {
  const folder = scratchFolder(t);
  const site = siteIn(join(folder, 'dist'), changed);
  await packSite(site, join(folder, 'packed'));
  return { site, folder: join(folder, 'packed') };
}

test('a packed site has each file of the site, in few files, and is what its manifest says', async (t) => {
  const { site, folder } = await packedOf(t);
  const packed = new PackedReading(folder);
  for (const path of [...site.digests.keys(), SITE_MANIFEST])
    if (!/^_(?:headers|redirects)$/.test(path))
      assert.ok(packed.read(path)?.equals(readFileSync(join(site.dist, path))), path);
  for (const path of ['nothing', '', 'old/', '_headers', 'zzz'])
    assert.equal(packed.read(path), undefined, path);
  const files = filesIn(folder);
  assert.ok(files.length > 10 && files.length < 40, `${files.length} files`);
  assert.deepEqual(checkSite(folder).differences, []);
  for (const path of ['_redirects', 'robots.txt', '404.html', '_astro/page.css'])
    assert.ok(readFileSync(join(folder, path)).equals(readFileSync(join(site.dist, path))), path);
  for (const path of files.filter((one) => one.endsWith('.pack')))
    assert.ok(statSync(join(folder, path)).size < 700_000, path);
});

test('the same site gives the same bytes, in whichever order its files are named', async (t) => {
  const { site, folder } = await packedOf(t);
  const again = scratchFolder(t);
  const digests = new Map([...site.digests].toReversed());
  await packSite({ ...site, digests }, join(again, 'packed'));
  assert.deepEqual(bytesOf(join(again, 'packed')), bytesOf(folder));
});

test('where a page changes, comes or goes, its pack does, and others stay', async (t) => {
  const before = manifestOf((await packedOf(t)).folder);
  const page = PAGES[250] ?? '';
  for (const change of [
    [page, noise('other', 4_100)],
    [page, undefined],
    [page.replace('/n-', '/m-'), noise('new', 30_000)],
  ] as const) {
    const now = manifestOf((await packedOf(t, new Map([change]))).folder);
    const due = [...now].filter(([path, digest]) => before.get(path) !== digest);
    const packs = due.filter(([path]) => path.endsWith('.pack'));
    assert.ok(packs.length >= 1 && packs.length <= 3, `${packs.length} packs`);
    // The list of packs, the root, and the manifest of the site.
    assert.ok(due.length - packs.length <= 3, due.join('\n'));
  }
});

test('a larger site has larger packs, and none that Cloudflare would not take', () => {
  assert.deepEqual([0, 3e8, 5e9, 3e10, 1e15].map(scaleFor), [1, 1, 2, 8, 32]);
  const draws = PAGES.map(chanceOf);
  assert.ok(Math.abs(draws.reduce((sum, one) => sum + one, 0) / draws.length - 0.5) < 0.05);
});

test('what was packed before stays where packing fails, and nothing of others is taken', async (t) => {
  const { site, folder } = await packedOf(t);
  const old = bytesOf(folder);
  rmSync(join(site.dist, PAGES[499] ?? ''));
  await assert.rejects(packSite(site, folder));
  assert.deepEqual(bytesOf(folder), old);
  assert.deepEqual(
    filesIn(join(folder, '..')).filter((path) => /next/.test(path)),
    [],
  );
  assert.equal(hasOthers(folder), false);
  for (const other of ['notes.txt', '.git/config', 'packs/mine.txt']) {
    mkdirSync(dirname(join(folder, other)), { recursive: true });
    writeFileSync(join(folder, other), 'keep');
    assert.equal(hasOthers(folder), true, other);
    rmSync(join(folder, other));
  }
  assert.equal(hasOthers(folder), false);
  rmSync(join(folder, ROOT));
  assert.equal(hasOthers(folder), true);
  const empty = join(scratchFolder(t), 'new');
  assert.equal(hasOthers(empty), false);
  mkdirSync(empty);
  assert.equal(hasOthers(empty), false);
  assert.ok(existsSync(empty));
});
