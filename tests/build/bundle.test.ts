import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { runNode } from '../support/command.ts';
import { write } from '../support/scratch.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuttings-bundle-'));
const OWN_WAY = fileURLToPath(new URL('../support/astro-own.ts', import.meta.url));
const BUNDLES = resolve('node_modules/.astro/bundles');
// No other archive has this path, which is in the bundle.
const PATH = `/of/papers-${folder.slice(-6)}/`;
const content = join(folder, 'content');
cpSync('tests/fixtures/holms', content, { recursive: true });

const env = { ARCHIVE_CONTENT: content, SITE_URL: `https://shelf.example${PATH}` };

async function build(site: string, SITE_URL = env.SITE_URL) {
  const { code, stderr } = await runNode(['src/cli/build.ts', '--out', join(folder, site)], {
    cwd: resolve('.'),
    env: { ...env, SITE_URL },
  });
  assert.equal(code, 0, stderr);
  return new Map(
    filesIn(join(folder, site)).map((path) => [
      path,
      readFileSync(join(folder, site, path), 'latin1'),
    ]),
  );
}

/** The bundles in which the path of the archive stands. */
const bundles = () =>
  readdirSync(BUNDLES)
    .map((name) => join(BUNDLES, name))
    .filter((bundle) =>
      filesIn(bundle).some(
        (path) => path.endsWith('js') && readFileSync(join(bundle, path), 'utf8').includes(PATH),
      ),
    );

suite('the code of the pages, bundled and kept', () => {
  after(() => {
    for (const bundle of bundles()) rmSync(bundle, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  });
  let site: ReadonlyMap<string, string>;
  let bundle = '';

  test('two builds at once have one bundle, and make the same', async () => {
    cpSync(content, join(folder, 'copy'), { recursive: true });
    const [first, second] = await Promise.all([
      build('first'),
      runNode(['src/cli/build.ts', '--out', join(folder, 'second')], {
        cwd: resolve('.'),
        env: { ...env, ARCHIVE_CONTENT: join(folder, 'copy') },
      }),
    ]);
    site = first;
    assert.equal(second.code, 0, second.stderr);
    for (const path of filesIn(join(folder, 'second')))
      assert.equal(readFileSync(join(folder, 'second', path), 'latin1'), site.get(path), path);
    const made = bundles();
    assert.equal(made.length, 1);
    bundle = made[0] ?? '';
    // The archive was read once: nothing else has a store of its own.
    const kept = filesIn('node_modules/.astro').filter((path) => path.endsWith('content.txt'));
    const caches = kept.filter((path) =>
      readFileSync(join('node_modules/.astro', path), 'utf8').includes(content),
    );
    assert.equal(caches.length, 1);
    const cache = join('node_modules/.astro', dirname(caches[0] ?? ''));
    assert.deepEqual(
      readdirSync(cache).filter((name) => name.startsWith('dev-')),
      [],
    );
  });

  test('makes the same pages, byte for byte, as Astro does by itself', async () => {
    const { code, stdout, stderr } = await runNode(
      [OWN_WAY, join(resolve('node_modules/.astro'), `own-${folder.slice(-6)}`)],
      { cwd: resolve('.'), env },
    );
    assert.equal(code, 0, stderr);
    const out = stdout.trim();
    const paths = filesIn(out);
    assert.ok(paths.filter((path) => path.endsWith('.html')).length > 50, `${paths.length}`);
    for (const path of paths)
      assert.equal(site.get(path), readFileSync(join(out, path), 'latin1'), path);
    rmSync(resolve(out, '../..'), { recursive: true });
  });

  test('is used again as it is', async () => {
    const record = join(bundle, 'bundle.json');
    const { ino, mtimeMs } = statSync(record);
    assert.deepEqual(await build('third'), site);
    const then = statSync(record);
    assert.deepEqual([then.ino, then.mtimeMs], [ino, mtimeMs]);
  });

  test('is made anew where it is not as it was made', async () => {
    const [name = ''] = readdirSync(join(bundle, 'code')).filter((one) =>
      one.startsWith('prerender-entry'),
    );
    appendFileSync(join(bundle, 'code', name), '\nthrow new Error("spoilt");\n');
    assert.deepEqual(await build('third'), site);
    assert.deepEqual(bundles(), [bundle]);
  });

  test('is the same for other settings and another host, and they stand in the pages', async () => {
    write(content, { 'archive.yaml': 'title: The shelf and its neighbours\n' });
    const other = await build('third', `https://elsewhere.example${PATH}`);
    assert.deepEqual(bundles(), [bundle]);
    for (const path of ['index.html', 'cite/index.html', 'opensearch.xml']) {
      assert.match(other.get(path) ?? '', /The shelf and its neighbours|The shelf and i/, path);
      assert.match(other.get(path) ?? '', /https:\/\/elsewhere\.example\//, path);
    }
    for (const [path, text] of other) assert.doesNotMatch(text, /shelf\.example/, path);
  });
});
