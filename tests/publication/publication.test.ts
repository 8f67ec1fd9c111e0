import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { manifestText } from '../../src/fixity/manifest.ts';
import { NOTE } from '../../src/publication/note.ts';
import { planOf } from '../../src/publication/plan.ts';
import {
  type BuiltSite,
  destinationAt,
  isPublished,
  publish,
} from '../../src/publication/publication.ts';
import { HEADERS_FILE, SiteHeaders } from '../../src/publication/site-headers.ts';
import { Killed, MemoryStore } from '../support/memory-store.ts';

const HEADERS = '/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n';
const DAY = 24 * 60 * 60_000;

/** A site of these files, each with its content’s number. */
function siteOf(files: ReadonlyMap<string, number>, headers = HEADERS): BuiltSite {
  const digest = (text: string) => Buffer.from(text).toString('hex').padStart(64, '0').slice(-64);
  const digests = new Map<string, string>([[HEADERS_FILE, digest(headers)]]);
  for (const [path, number] of files) digests.set(path, digest(`${path} ${number}`));
  const headersOf = new SiteHeaders(headers);
  const manifest = manifestText(digests);
  return { folder: '', manifest, digests, contents: digests, headers: headersOf };
}

async function run(
  store: MemoryStore,
  site: BuiltSite,
  { now = new Date(), isUrgent = false, isAnew = false } = {},
) {
  store.contents.set(site.digests.get(HEADERS_FILE) ?? '', Buffer.from(HEADERS));
  const there = await destinationAt(store);
  const plan = planOf(site, there, { now, isUrgent, isAnew });
  const isDone = isPublished(site, there, plan);
  if (!isDone) await publish(site, there, plan, store, () => ({ at: () => {}, end: () => {} }));
  return { plan, isDone };
}

const OLD = new Map([
  ['index.html', 1],
  ['a/index.html', 1],
  ['gone/index.html', 1],
  ['_astro/old.js', 1],
  ['feeds/articles.atom', 1],
]);
const NEW = new Map([
  ['index.html', 2],
  ['a/index.html', 2],
  ['b/index.html', 1],
  ['b/index.json', 1],
  ['_astro/new.js', 1],
  ['feeds/articles.atom', 2],
]);

test('what never changes goes first, then what is new, what has changed, and what tells of it', async () => {
  const store = new MemoryStore();
  await run(store, siteOf(OLD));
  const { plan } = await run(store, siteOf(NEW));
  assert.deepEqual(
    plan.steps.map(({ paths }) => paths.toSorted()),
    [
      ['_astro/new.js'],
      ['b/index.json'],
      ['b/index.html'],
      ['a/index.html'],
      ['feeds/articles.atom', 'index.html'],
    ],
  );
  assert.deepEqual(plan.removed, ['gone/index.html']);
});

test('the manifest is the last that is sent, and old files go after it', async () => {
  const store = new MemoryStore();
  await run(store, siteOf(OLD));
  const order: string[] = [];
  store.watched = (path) => order.push(path);
  await run(store, siteOf(NEW));
  const [first, ...rest] = order;
  assert.equal(first, NOTE);
  assert.deepEqual(rest.slice(-3), ['manifest-sha256.txt', 'gone/index.html', NOTE]);
});

test('what open pages may ask for stays a day, and goes with the first publication after it', async () => {
  const store = new MemoryStore();
  const site = siteOf(NEW);
  const start = new Date('2031-05-06T10:00:00Z');
  const later = (time: number) => new Date(start.getTime() + time);
  await run(store, siteOf(OLD), { now: start });
  await run(store, site, { now: start });
  assert.ok(store.files.has('_astro/old.js'));
  assert.ok((await run(store, site, { now: later(DAY - 1) })).isDone);
  assert.ok(store.files.has('_astro/old.js'));
  await run(store, site, { now: later(DAY) });
  assert.ok(!store.files.has('_astro/old.js'));
  assert.ok(!store.contents.has(NOTE), 'nothing is left to be noted');
});

test('where something is withheld, nothing old stays, whenever the publication is stopped', async () => {
  const [old, site] = [siteOf(OLD), siteOf(NEW)];
  const whole = new MemoryStore();
  await run(whole, old);
  let changes = 0;
  whole.watched = () => (changes += 1);
  await run(whole, site, { isUrgent: true });
  assert.ok(!whole.files.has('_astro/old.js'));
  for (let left = 0; left < changes; left++) {
    const store = new MemoryStore();
    await run(store, old);
    store.left = left;
    await assert.rejects(run(store, site, { isUrgent: true }), Killed);
    store.left = Number.POSITIVE_INFINITY;
    // Once the manifest is there, the next publication is not told that anything was urgent.
    const isUrgent = store.contents.get('manifest-sha256.txt')?.toString() !== site.manifest;
    await run(store, site, { isUrgent });
    assert.deepEqual(store.files, new Map(site.digests), `stopped after ${left} changes`);
  }
});

test('the same site again sends nothing; with --all, every file', async () => {
  const store = new MemoryStore();
  await run(store, siteOf(OLD));
  assert.ok((await run(store, siteOf(OLD))).isDone);
  const { plan } = await run(store, siteOf(OLD), { isAnew: true });
  assert.equal(plan.steps.flatMap(({ paths }) => paths).length, OLD.size + 1);
});

test('a file whose headers have changed is sent again', async () => {
  const store = new MemoryStore();
  await run(store, siteOf(OLD));
  const other = `${HEADERS}/feeds/*\n  Cache-Control: public, max-age=600\n`;
  const there = await destinationAt(store);
  const { steps } = planOf(siteOf(OLD, other), there, { now: new Date() });
  assert.deepEqual(steps.flatMap(({ paths }) => paths).toSorted(), [
    HEADERS_FILE,
    'feeds/articles.atom',
  ]);
});

test('another publication that begins meanwhile is noticed before the manifest is sent', async () => {
  const store = new MemoryStore();
  await run(store, siteOf(OLD));
  store.watched = (path) => {
    if (path === 'index.html')
      store.contents.set(
        NOTE,
        Buffer.from('{"version":1,"id":"other","headers":"","sending":[],"old":[]}'),
      );
  };
  await assert.rejects(run(store, siteOf(NEW)), /Another publication .* publish once more/s);
  assert.equal(store.contents.get('manifest-sha256.txt')?.toString(), siteOf(OLD).manifest);
});

for (const [what, text] of [
  ['is none', 'not JSON'],
  ['is of a later version', '{"version":2}'],
  [
    'names a file outside',
    '{"version":1,"id":"","headers":"","sending":[],"old":[["../x","2031-05-06T10:00:00Z"]]}',
  ],
] as const)
  test(`a note that ${what} is refused, and nothing is done`, async () => {
    const store = new MemoryStore();
    store.contents.set(NOTE, Buffer.from(text));
    await assert.rejects(run(store, siteOf(OLD)), /is not as this version .* publish with --all/s);
    assert.equal(store.files.size, 0);
  });

const PATHS = [
  'index.html',
  'a/index.html',
  'a/index.json',
  'b/index.html',
  'feeds/x.atom',
  '_astro/1.js',
  '_astro/2.js',
  'media/m/1.jpg',
];
const sites = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...PATHS), fc.nat(2)), { selector: ([path]) => path })
  .map((files) => siteOf(new Map(files)));

test('whatever was published and stopped before, a publication that ends leaves its site and no other’s files touched', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(sites, fc.nat(14), fc.boolean()), { maxLength: 5 }),
      sites,
      async (before, last) => {
        const store = new MemoryStore();
        store.files.set('others/notes.txt', 'theirs');
        for (const [site, left, isUrgent] of before) {
          store.left = left;
          await run(store, site, { isUrgent }).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
        }
        store.left = Number.POSITIVE_INFINITY;
        const { plan } = await run(store, last);
        assert.equal(store.contents.get('manifest-sha256.txt')?.toString(), last.manifest);
        const stays = new Set([...plan.staying.keys(), 'others/notes.txt']);
        for (const [path, digest] of last.digests)
          assert.equal(store.files.get(path), digest, path);
        for (const path of store.files.keys())
          assert.ok(last.digests.has(path) || stays.has(path), path);
        assert.equal(store.files.get('others/notes.txt'), 'theirs');
        await run(store, last, { isUrgent: true });
        assert.deepEqual(
          new Set(store.files.keys()),
          new Set([...last.digests.keys(), 'others/notes.txt']),
        );
      },
    ),
    { numRuns: Number(process.env['RUNS']) || 150 },
  );
});
