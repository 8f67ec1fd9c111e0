import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { test } from 'node:test';
import { build, type Plugin } from 'esbuild';
import { site } from '../../src/site.ts';
import { ARCHIVES, distOf, readBuilt } from '../support/archives.ts';

/** The scripts of the pages, as another bundler than the site's finds them, and that of a pack. */
function entries(): { contents: string; resolveDir: string }[] {
  const ofPages = globSync('src/**/*.astro').flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g),
      ([, contents = '']) => ({ contents, resolveDir: dirname(resolve(file)) }),
    ),
  );
  return [
    ...ofPages,
    { contents: "import './offline.ts';", resolveDir: resolve('src/client/offline') },
  ];
}

/** A browser is given the settings of the archive as values, as the site's own bundler does it. */
const settled: Plugin = {
  name: 'settled',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]site\.ts$/ }, () => ({
      contents: `export const site = ${JSON.stringify(site)};`,
    })),
};

async function shippedPackages(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const { contents, resolveDir } of entries()) {
    const { metafile } = await build({
      stdin: { contents, resolveDir, loader: 'ts' },
      bundle: true,
      plugins: [settled],
      write: false,
      metafile: true,
      format: 'esm',
      outdir: 'unwritten',
      logLevel: 'error',
      define: { 'import.meta.env.BASE_URL': '"/"' },
    });
    for (const output of Object.values(metafile.outputs))
      for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
        const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(file) ?? [];
        if (name && bytesInOutput > 0) names.add(name);
      }
  }
  return names;
}

test('every package that reaches a browser has its notice, and the about page leads there', async () => {
  const notices = readBuilt(ARCHIVES.based, 'licences.txt');
  const shipped = await shippedPackages();
  assert.ok(shipped.size >= 3, `${[...shipped]}`);
  for (const name of [...shipped, 'dejavu-fonts-ttf', 'world-atlas'])
    assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, 'm'));
  assert.match(notices, /Permission is hereby granted/);
  assert.match(readBuilt(ARCHIVES.based, 'about/index.html'), /href="\/archive\/licences\.txt"/);
});

test('no code is in a site but the bundled', () => {
  const code = globSync('**/*.{js,mjs,wasm,pagefind}', { cwd: distOf(ARCHIVES.holms) });
  assert.ok(code.length > 5);
  const others = code.filter((path) => !path.startsWith('_astro/'));
  assert.deepEqual(others, []);
});
