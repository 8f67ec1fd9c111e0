import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { type RefusedImport, refusedImports } from '../../lint/imports.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** What of these files is refused, in a project that holds no others. */
function refused(t: TestContext, files: Record<string, string>): Promise<RefusedImport[]> {
  const folder = scratchFolder(t);
  write(folder, { 'src/site.ts': '', 'tests/none.ts': '', 'lint/none.ts': '', ...files });
  return refusedImports(folder);
}

// biome-ignore format: a list reads better than a column
/** A file, what it imports, and whether that is refused. The one imported is there, and imports nothing. */
const PROBES: [importer: string, imported: string, is: 'refused' | 'allowed'][] = [
  ['src/domain/Probe.ts', 'src/domain/withholding/order.ts', 'allowed'],
  ['src/domain/Probe.ts', 'src/content/store/article-entry.ts', 'refused'],
  ['src/domain/withholding/Probe.ts', 'src/site.ts', 'refused'],
  ['src/domain/Probe.ts', 'astro/zod', 'allowed'],
  ['src/domain/Probe.ts', 'astro', 'refused'],
  ['src/domain/Probe.ts', 'astro:content', 'refused'],
  ['src/domain/Probe.ts', 'node:fs', 'refused'],
  ['src/domain/language/grammars.ts', 'src/domain/language/en/grammar.ts', 'allowed'],
  ['src/content/checks/probe.ts', 'src/domain/language/en/grammar.ts', 'refused'],
  ['src/messages/Probe.ts', 'src/domain/language/en/definite.ts', 'allowed'],
  ['src/messages/Probe.ts', 'src/content/files/yaml.ts', 'refused'],
  ['src/components/page/Probe.astro', 'src/domain/date.ts', 'allowed'],
  ['src/components/page/Probe.astro', 'src/components/page/Other.astro', 'allowed'],
  ['src/components/page/Probe.astro', 'src/content/queries/figures.ts', 'refused'],
  ['src/components/page/Probe.astro', 'src/content/queries/articles.ts', 'refused'],
  ['src/components/page/Probe.astro', 'src/views/Other.astro', 'refused'],
  ['src/components/page/Probe.astro', 'src/content/store/article-entry.ts', 'refused'],
  ['src/components/page/Probe.astro', 'src/errors/refusal.mjs', 'refused'],
  ['src/components/page/Probe.astro', 'astro:content', 'refused'],
  ['src/views/about/probe.mdx', 'src/components/page/Other.astro', 'allowed'],
  ['src/views/about/probe.mdx', 'src/pages/index.astro', 'refused'],
  ['src/views/Probe.astro', 'src/pages/index.astro', 'refused'],
  ['src/page-data/probe.ts', 'src/content/queries/articles.ts', 'allowed'],
  ['src/page-data/probe.ts', 'src/build/build.ts', 'refused'],
  ['src/client/search/probe.ts', 'src/domain/search/state.ts', 'allowed'],
  ['src/client/search/probe.ts', 'src/content/queries/texts.ts', 'refused'],
  ['src/client/search/probe.ts', 'node:fs', 'refused'],
  ['src/content/files/probe.ts', 'src/client/search/results/hit.ts', 'refused'],
  ['src/content/files/probe.ts', 'src/content/store/archive-store.ts', 'refused'],
  ['src/content/files/probe.ts', 'node:fs', 'allowed'],
  ['src/outputs/search-index/probe.ts', 'src/content/store/archive-store.ts', 'refused'],
  ['src/outputs/feeds/probe.ts', 'src/content/queries/articles.ts', 'allowed'],
  ['src/import/probe.ts', 'src/content/reading/record.ts', 'allowed'],
  ['src/import/probe.ts', 'src/views/Other.astro', 'refused'],
  ['src/import/probe.ts', 'src/errors/refusal.mjs', 'refused'],
  ['src/content/queries/articles.ts', 'src/pages/index.astro', 'refused'],
  ['src/cli/probe.mjs', 'src/build/build.ts', 'allowed'],
  ['src/cli/probe.mjs', 'src/pages/index.astro', 'refused'],
  ['src/cli/probe.ts', 'tests/support/scratch.ts', 'refused'],
  ['src/attic/probe.ts', 'src/domain/date.ts', 'refused'],
  ['src/content/attic/probe.ts', 'src/domain/date.ts', 'refused'],
  ['tests/probe.ts', 'src/pages/index.astro', 'allowed'],
];

/** How a module imports a name, by the ending of its file. */
const WAYS = new Map<string, (from: string) => string[]>([
  [
    'ts',
    (from) => [
      `import { it } from '${from}';`,
      `import type { It } from '${from}';`,
      `export * from '${from}';`,
      `export const later = () => import('${from}');`,
      `export type Named = import('${from}').It;`,
    ],
  ],
  ['mjs', (from) => [`import { it } from '${from}';`, `await import('${from}');`]],
  [
    'astro',
    (from) => [
      `---\nimport it from '${from}';\n---\n<p>{it}</p>\n`,
      `---\nimport type { It } from '${from}';\n---\n<p>It</p>\n`,
      `<p>It</p>\n<script>\n  import '${from}';\n</script>\n`,
    ],
  ],
  ['mdx', (from) => [`import It from '${from}';\n\nIt is “quoted”: <It />.\n`]],
]);

const ending = (path: string) => path.slice(path.lastIndexOf('.') + 1);
const isFile = (imported: string) => /^(?:src|tests)\//.test(imported);

suite('a room imports what lies below it', () => {
  test('and nothing else, in whatever way', async (t) => {
    const files = new Map<string, string>();
    const bad: string[] = [];
    for (const [index, [importer, imported, is]] of PROBES.entries()) {
      const up = '../'.repeat(importer.split('/').length - 1);
      const waysOf = WAYS.get(ending(importer)) ?? (() => []);
      for (const [way, text] of waysOf(isFile(imported) ? up + imported : imported).entries()) {
        const isRoom = /^src\/[^/]+$/.test(importer);
        const file = isRoom
          ? importer
          : importer.replace(/[^/]+$/, `${index}-${way}.${ending(importer)}`);
        files.set(file, text);
        if (is === 'refused') bad.push(`${file} → ${imported.replace(/^node:/, '')}`);
      }
      if (isFile(imported) && !files.has(imported)) files.set(imported, '');
    }
    const found = await refused(t, Object.fromEntries(files));
    assert.deepEqual(
      [...new Set(found.map(({ files }) => files.join(' → ')))].toSorted(),
      [...new Set(bad)].toSorted(),
    );
  });
});

suite('no module imports itself through others', () => {
  const circle = async (t: TestContext, files: Record<string, string>) =>
    (await refused(t, files)).map(({ rule, files: [first] }) => ({ rule, first }));

  test('not for a type, which no bundler would notice', async (t) => {
    const files = {
      'src/domain/a.ts': "import type { B } from './b.ts';\nexport type A = B[];\n",
      'src/domain/b.ts': "export type B = { a: import('./a.ts').A };\n",
    };
    assert.deepEqual(await circle(t, files), [{ rule: 'no cycles', first: 'src/domain/a.ts' }]);
  });

  test('not by way of components and their scripts', async (t) => {
    const files = {
      'src/components/page/A.astro': "---\nimport B from './B.astro';\n---\n<B />\n",
      'src/components/page/B.astro': "<p>B</p>\n<script>\n  import './c.ts';\n</script>\n",
      'src/components/page/c.ts': "import type A from './A.astro';\nexport type C = typeof A;\n",
    };
    assert.deepEqual(await circle(t, files), [
      { rule: 'no cycles', first: 'src/components/page/A.astro' },
    ]);
  });

  test('not by way of a worker, which is started by its address', async (t) => {
    const files = {
      'src/build/a.ts': "new Worker(new URL('./b.ts', import.meta.url));\n",
      'src/build/b.ts': "import './a.ts';\n",
    };
    assert.deepEqual(await circle(t, files), [{ rule: 'no cycles', first: 'src/build/a.ts' }]);
  });

  test('two that import a third are no circle', async (t) => {
    const files = {
      'src/domain/a.ts': "import './c.ts';\nimport './b.ts';\n",
      'src/domain/b.ts': "import './c.ts';\n",
      'src/domain/c.ts': '',
    };
    assert.deepEqual(await circle(t, files), []);
  });
});
