import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Entry, PackRow } from '../../src/hosting/packed/layout.ts';
import { ROOT, readRoot } from '../../src/hosting/packed/layout.ts';
import { planOf } from '../../src/publication/plan.ts';
import {
  type BuiltSite,
  builtSite,
  destinationAt,
  publish,
} from '../../src/publication/publication.ts';
import { HEADERS_FILE } from '../../src/publication/site-headers.ts';
import { ARCHIVES, type TestArchive } from '../support/archives.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { packed } from '../support/packed.ts';
import { scratchFolder } from '../support/scratch.ts';

/** A packed site, and the files that its root leads to. */
interface PackedSite extends BuiltSite {
  needed: string[];
}

async function siteOf(archive: TestArchive, folder: string): Promise<PackedSite> {
  await packed(archive, folder);
  const read = (path: string) => readFileSync(join(folder, path));
  const root = readRoot(`${read(ROOT)}`);
  const lists = root.lists.map(([, list]) => list);
  const rows = lists.flatMap((list): PackRow[] => JSON.parse(`${read(list)}`));
  const entries = rows.flatMap(([, pack, head]): Entry[] =>
    JSON.parse(`${gunzipSync(read(pack).subarray(0, head))}`),
  );
  const files = entries.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const needed = [root.manifest, ...lists, ...rows.map(([, pack]) => pack), ...files];
  return { ...builtSite(folder), needed };
}

let [isles, holms]: PackedSite[] = [];
before(async (t) => {
  const folder = scratchFolder(t as TestContext);
  isles = await siteOf(ARCHIVES.isles, join(folder, 'isles'));
  holms = await siteOf(ARCHIVES.holms, join(folder, 'holms'));
});

/** Publishes, and looks after every change at what the root leads to. @returns the sites that readers had, in order */
async function published(
  store: MemoryStore,
  site: PackedSite | undefined,
  { now = new Date(), isUrgent = false } = {},
): Promise<string[]> {
  assert.ok(site && isles && holms);
  for (const path of [ROOT, HEADERS_FILE, site.needed[0] ?? ''])
    store.contents.set(site.digests.get(path) ?? '', readFileSync(join(site.folder, path)));
  const known = new Map([isles, holms].map((one) => [one.digests.get(ROOT), one]));
  const had: string[] = [];
  const there = await destinationAt(store);
  const plan = planOf(site, there, { now, isUrgent });
  store.watched = (path) => {
    const shown = known.get(store.files.get(ROOT));
    if (!shown) return;
    if (had.at(-1) !== shown.folder) had.push(shown.folder);
    for (const file of shown.needed)
      assert.equal(store.files.get(file), shown.digests.get(file), `${file}, after ${path}`);
  };
  await publish(site, there, plan, store, () => ({ at: () => {}, end: () => {} }));
  return had;
}

test('wherever a publication stops, readers have all of the old site or all of the new one', async () => {
  const store = new MemoryStore();
  assert.deepEqual(await published(store, isles), [isles?.folder]);
  assert.deepEqual(await published(store, holms), [isles?.folder, holms?.folder]);
  // The packs of the first stay a day, for pages that are open.
  assert.ok(isles?.needed.every((file) => store.files.has(file)));
  const tomorrow = new Date(Date.now() + 25 * 60 * 60_000);
  assert.deepEqual(await published(store, isles, { now: tomorrow }), [
    holms?.folder,
    isles?.folder,
  ]);
});

test('where something is withheld since, nothing of the old site stays', async () => {
  const store = new MemoryStore();
  await published(store, isles);
  await published(store, holms, { isUrgent: true });
  const old = isles?.needed.filter((file) => !holms?.digests.has(file));
  assert.ok(old && old.length > 5);
  assert.ok(old.every((file) => !store.files.has(file)));
});

test('what readers get of a destination is known by the manifest of the site, not of its packs', async () => {
  const store = new MemoryStore();
  await published(store, isles);
  const { contents, digests } = await destinationAt(store);
  assert.deepEqual(contents, isles?.contents);
  assert.ok([...contents.keys()].some((path) => /^\d{4}\/.*\/index\.json$/.test(path)));
  assert.ok(![...digests.keys()].some((path) => /^\d{4}\//.test(path)));
});
