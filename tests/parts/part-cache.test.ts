import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { PartCache } from '../../src/parts/part-cache.ts';
import { describePart, wholePart } from '../../src/parts/part-manifest.ts';
import { storeAt } from '../../src/publication/place.ts';
import { LocalS3 } from '../support/s3.ts';
import { scratchFolder } from '../support/scratch.ts';

const STORES = ['articles-aaaaaaaaaaaa.sqlite', 'articles-bbbbbbbbbbbb.sqlite'] as const;

/** A part of one article, in one of two states. */
function make(folder: string, state: 0 | 1) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'encodings'), { recursive: true });
  writeFileSync(join(folder, STORES[state]), `state ${state}`);
  writeFileSync(join(folder, 'encodings', 'c'.repeat(40)), 'a picture');
  return describePart(folder, { terms: 'one', articles: 1 });
}

async function cached(t: TestContext) {
  const s3 = await LocalS3.start(t);
  const folder = join(scratchFolder(t), '1-of-2');
  const open = () => new PartCache(storeAt('s3://archive/parts', s3.env));
  return { s3, folder, open };
}

test('a part that was kept is there on another machine', async (t) => {
  const { s3, folder, open } = await cached(t);
  const made = make(folder, 0);
  await open().keep(folder, made);
  rmSync(folder, { recursive: true });
  const cache = open();
  await cache.fetch(folder);
  assert.deepEqual(wholePart(folder), made);
  assert.equal(readFileSync(join(folder, STORES[0]), 'utf8'), 'state 0');
  // What is there as it is kept is neither sent nor fetched again.
  s3.asked.length = 0;
  await cache.keep(folder, made);
  await open().fetch(folder);
  assert.deepEqual(s3.asked.map(({ method, key }) => `${method} ${key}`).toSorted(), [
    'GET parts/1-of-2/part.json',
    'GET parts/manifest-sha256.txt',
  ]);
});

test('a part that has changed takes the place of the old one', async (t) => {
  const { s3, folder, open } = await cached(t);
  await open().keep(folder, make(folder, 0));
  const cache = open();
  await cache.fetch(folder);
  await cache.keep(folder, make(folder, 1));
  assert.deepEqual(
    [...s3.objects.keys()].toSorted(),
    [STORES[1], `encodings/${'c'.repeat(40)}`, 'part.json'].map((path) => `parts/1-of-2/${path}`),
  );
});

test('a part that was kept in half, or damaged, counts as missing', async (t) => {
  const { s3, folder, open } = await cached(t);
  const made = make(folder, 0);
  await open().keep(folder, made);
  const object = s3.objects.get(`parts/1-of-2/${STORES[0]}`);
  assert.ok(object);
  for (const spoil of [
    () => s3.objects.set(`parts/1-of-2/${STORES[0]}`, { ...object, content: Buffer.from('no') }),
    () => s3.objects.delete(`parts/1-of-2/${STORES[0]}`),
  ]) {
    spoil();
    rmSync(folder, { recursive: true, force: true });
    assert.equal(await open().fetch(folder), false);
    assert.equal(wholePart(folder), undefined);
    // Who has it whole keeps it again, though a machine before found it damaged.
    const cache = open();
    make(folder, 0);
    assert.equal(await cache.fetch(folder), false);
    await cache.keep(folder, made);
    assert.equal(s3.objects.get(`parts/1-of-2/${STORES[0]}`)?.content.toString(), 'state 0');
  }
});

test('a file that has changed under its name is sent again', async (t) => {
  const { s3, folder, open } = await cached(t);
  await open().keep(folder, make(folder, 0));
  const cache = open();
  await cache.fetch(folder);
  writeFileSync(join(folder, 'encodings', 'c'.repeat(40)), 'another');
  await cache.keep(folder, describePart(folder, { terms: 'one', articles: 1 }));
  rmSync(folder, { recursive: true });
  assert.equal(await open().fetch(folder), true);
  assert.equal(
    s3.objects.get(`parts/1-of-2/encodings/${'c'.repeat(40)}`)?.content.toString(),
    'another',
  );
});

test('a part is not kept where a site is published', async (t) => {
  const { s3, folder, open } = await cached(t);
  s3.objects.set('parts/manifest-sha256.txt', { content: Buffer.from(''), headers: new Map() });
  await assert.rejects(() => open().fetch(folder), /A site is published at the place of the cache/);
});
