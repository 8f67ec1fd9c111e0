import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { codeOf, moduleAt, modulesOf } from '../../src/dependencies/imports.ts';
import { runNode } from '../support/command.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const sources = globSync('src/**/*.{ts,mjs}').filter((file) => !file.endsWith('.d.ts'));

/** What starts a thread or a program of the project, up to the file that it is given. */
const STARTED = /\b(?:new Worker|fork)\(\s*(?:fileURLToPath\(\s*)?(.{0,80})/g;

test('the imports of every module are those that a bundler finds', () => {
  const { inputs } = buildSync({
    entryPoints: sources,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    outdir: 'out',
    metafile: true,
    logLevel: 'silent',
  }).metafile;
  for (const file of sources) {
    const { imports, packages } = moduleAt(file);
    const all = inputs[file]?.imports ?? [];
    const own = all
      .filter(({ external }) => !external)
      .map(({ path }) => path.split('?')[0] ?? path);
    // What it starts or reads is not imported: a bundler does not know of it.
    assert.deepEqual(
      own.filter((path) => !imports.includes(path)),
      [],
      file,
    );
    const named = imports.filter((path) => !own.includes(path));
    const text = readFileSync(file, 'utf8');
    for (const path of named)
      assert.ok(text.includes(`${path.slice(path.lastIndexOf('/') + 1)}', import.meta.url`), file);
    for (const { path, external } of all)
      if (external && !/^(?:node|astro):/.test(path))
        assert.ok(
          packages.some((folder) => `node_modules/${path}/`.startsWith(`${folder}/`)),
          `${file}: ${path}`,
        );
  }
});

test('a thread or program that a module starts is among what it leads to', () => {
  let started = 0;
  for (const file of sources) {
    for (const [call, given = ''] of readFileSync(file, 'utf8').matchAll(STARTED)) {
      const [, name = ''] = /^new URL\('\.\/([^']+)', import\.meta\.url/.exec(given) ?? [];
      assert.notEqual(name, '', `${file} starts what nobody can follow: ${call}`);
      const path = join(file, '..', name);
      assert.ok(modulesOf(pathToFileURL(file)).has(path), `${file} leads to ${path}`);
      started += 1;
    }
  }
  assert.ok(started >= 6, `${started} threads and programs`);
});

test('an import is found however it is written; of types nothing is left', (t) => {
  const folder = scratchFolder(t);
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'types', 'more-types'];
  write(folder, {
    ...Object.fromEntries(names.map((name) => [`${name}.ts`, ''])),
    'data.bin': 'x',
    'letters/serif.ttf': 'x',
    'root.ts': `import './a.ts';
import b, {
  // The reader’s own, and the editor's.
  one,
} from './b.ts';
import type { Types } from './types.ts';
export type { More } from './more-types.ts';
export { c } from "./c.ts";
export * from './d.ts';
export type Local = string;
import { e, type E } from './e.ts'
const f = await import('./f.ts');
const g = new Worker(new URL('./g.ts', import.meta.url));
const data = readFileSync(new URL('./data.bin', import.meta.url));
const words = "it comes from './nowhere.ts'";
`,
  });
  const found = [...modulesOf(pathToFileURL(join(folder, 'root.ts'))).keys()];
  assert.deepEqual(found.map((path) => path.slice(path.lastIndexOf('/') + 1)).toSorted(), [
    'a.ts',
    'b.ts',
    'c.ts',
    'd.ts',
    'data.bin',
    'e.ts',
    'f.ts',
    'g.ts',
    'root.ts',
  ]);
});

/** The digest of a module of a project of its own, as a process of its own takes it. */
async function digestIn(folder: string): Promise<string> {
  const imports = pathToFileURL('src/dependencies/imports.ts').href;
  const program = `import { codeOf } from ${JSON.stringify(imports)};
console.log(codeOf(new URL(${JSON.stringify(pathToFileURL(join(folder, 'root.ts')).href)})));`;
  const { stdout, stderr } = await runNode(['--input-type=module', '-e', program], { cwd: folder });
  assert.equal(stderr, '');
  return stdout.trim();
}

/** A lock in which one package needs another; the rest is not imported. */
const lockOf = (needed: string, idle: string) =>
  JSON.stringify({
    packages: {
      '': { dependencies: { drawing: '1.0.0', idle } },
      'node_modules/drawing': { version: '1.0.0', dependencies: { lines: '^2.0.0' } },
      'node_modules/drawing/node_modules/lines': { version: needed },
      'node_modules/lines': { version: '1.0.0' },
      'node_modules/idle': { version: idle },
    },
  });

test('a digest is another where what is imported, read or installed is, and for nothing else', async (t) => {
  const folder = scratchFolder(t);
  write(folder, {
    'root.ts': "import { one } from './one.ts';\nconst map = require('drawing/map.json');\n",
    'one.ts': "const data = new URL('./data.txt', import.meta.url);\n",
    'data.txt': 'one',
    'other.ts': '',
    'package-lock.json': lockOf('2.0.0', '1.0.0'),
  });
  const digests = [await digestIn(folder)];
  write(folder, {
    'other.ts': 'const other = 1;\n',
    'package-lock.json': lockOf('2.0.0', '2.0.0'),
  });
  assert.equal(await digestIn(folder), digests[0]);
  for (const change of [
    { 'data.txt': 'two' },
    { 'one.ts': "const data = new URL('./data.txt', import.meta.url);\n// two\n" },
    { 'package-lock.json': lockOf('2.0.1', '2.0.0') },
  ]) {
    write(folder, change);
    digests.push(await digestIn(folder));
  }
  assert.equal(new Set(digests).size, digests.length);
});

test('what is read depends on what makes its data, and on no page, feed or measurement', () => {
  const modules = modulesOf(pathToFileURL('src/content/reading/stored-article.ts'));
  for (const path of ['src/site-address.ts', 'src/domain/citation/csl.ts', 'src/site.ts'])
    assert.ok(modules.has(path), path);
  assert.deepEqual(
    [...modules.keys()].filter((path) => /^src\/(?:bench|pages|views|feeds|search)\//.test(path)),
    [],
  );
  assert.match(codeOf(pathToFileURL('src/content/reading/stored-article.ts')), /^[0-9a-f]{64}$/);
});
