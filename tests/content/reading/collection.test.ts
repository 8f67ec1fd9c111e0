import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { cacheFolder } from '../../../src/content/store/cache.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

/** What Astro hands to a loader, as far as ours uses it. */
function fakeContext() {
  const entries = new Map<string, Entry>();
  const modules: string[] = [];
  const store = {
    keys: () => [...entries.keys()],
    delete: (key: string) => entries.delete(key),
    set: (entry: Entry) => entries.set(entry.id, entry),
    addModuleImport: (path: string) => modules.push(path),
  };
  const config = { base: '/', root: pathToFileURL(`${process.cwd()}/`) };
  return { context: { store, config } as unknown as LoaderContext, entries, modules };
}

test('the collections name every entry, and give Astro no text to compile', async (t) => {
  const root = scratchFolder(t);
  process.env['ARCHIVE_CONTENT'] = root;
  t.after(() => rmSync(cacheFolder(), { recursive: true }));
  write(root, {
    'articles/2031/04/02/plain.mdx': '---\ndate: 2031-04-02\ntext: account\n---\nIt rained.\n',
    'articles/2031/04/02/jsx.mdx':
      '---\ndate: 2031-04-02\ntext: account\n---\n<aside>It rained.</aside>\n',
    'people/ada-varga.yaml': 'name: Ada Varga\n',
  });
  const { articleLoader, recordLoader } = await import(
    '../../../src/content/reading/collection.ts'
  );
  const { context, entries, modules } = fakeContext();
  entries.set('2031/04/02/gone', { id: '2031/04/02/gone', data: {} });
  await articleLoader().load(context);
  assert.deepEqual([...entries.keys()].toSorted(), ['2031/04/02/jsx', '2031/04/02/plain']);
  for (const entry of entries.values())
    assert.deepEqual(Object.keys(entry).toSorted(), ['data', 'digest', 'filePath', 'id']);
  assert.deepEqual(modules, []);
  assert.match(`${entries.get('2031/04/02/plain')?.data['digest']}`, /^[0-9a-f]{32}$/);
  const people = fakeContext();
  await recordLoader('people').load(people.context);
  assert.deepEqual([...people.entries.keys()], ['ada-varga']);
});
