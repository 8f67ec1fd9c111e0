import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { PackedAnswers } from '../../../src/hosting/packed/answers.ts';
import { type Bytes, part } from '../../../src/hosting/packed/bytes.ts';
import {
  type Entry,
  type PackRow,
  ROOT,
  type Root,
  VERSION,
} from '../../../src/hosting/packed/layout.ts';
import { PackedSite } from '../../../src/hosting/packed/packed-site.ts';
import type { Source } from '../../../src/hosting/packed/source.ts';

const HEADERS = '/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n';

/** Files in memory, and which of them were asked for. */
class Memory implements Source {
  readonly files = new Map<string, Buffer<ArrayBuffer>>();
  readonly asked: string[] = [];

  async open(file: string, range?: { start: number; end: number }): Promise<Bytes | undefined> {
    this.asked.push(file);
    const content = this.files.get(file);
    return content && (new Blob([content.subarray(range?.start, range?.end)]).stream() as Bytes);
  }

  /** Lays a site down: its pages by their paths, each in a pack of its own. @param name of it, in its files’ names */
  lay(name: string, pages: ReadonlyMap<string, string>): void {
    const rows = [...pages].toSorted().map(([path, text]): PackRow => {
      const entry: Entry = { path, type: 'text/plain', size: text.length, tag: text, start: 0 };
      const head = gzipSync(JSON.stringify([entry]));
      this.files.set(`${name}-${path}`, Buffer.concat([head, Buffer.from(text)]));
      return [path, `${name}-${path}`, head.length];
    });
    this.files.set(`${name}-list`, Buffer.from(JSON.stringify(rows)));
    const root: Root = {
      version: VERSION,
      base: '/',
      headers: HEADERS,
      redirects: '/:year/old/ /:year/ 301\n',
      manifest: 'none',
      lists: [['', `${name}-list`]],
    };
    this.files.set(ROOT, Buffer.from(JSON.stringify(root)));
  }
}

/** A handler over files in memory, and a clock that is set by hand. */
function handler() {
  const memory = new Memory();
  const clock = { now: 0 };
  const answers = new PackedAnswers(new PackedSite(memory, () => clock.now));
  const get = async (target: string) => {
    const { status, body } = await answers.answer({
      method: 'GET',
      target,
      header: () => undefined,
    });
    return [status, body ? await new Response(body).text() : ''];
  };
  return { memory, clock, get };
}

const ONE = new Map([
  ['404.html', 'lost'],
  ['_astro/one.css', 'style one'],
  ['a/index.html', 'page one'],
  ['b/index.html', 'other one'],
]);
const TWO = new Map([
  ['404.html', 'lost'],
  ['_astro/two.css', 'style two'],
  ['a/index.html', 'page two'],
  ['c/index.html', 'new'],
]);

test('a page costs four readings at first, and one where its root, list and head are known', async () => {
  const { memory, clock, get } = handler();
  memory.lay('one', ONE);
  assert.deepEqual(await get('/a/'), [200, 'page one']);
  // An address of a folder is looked for first, where one that leads on would be.
  assert.deepEqual(memory.asked.splice(0), [
    ROOT,
    'one-list',
    'one-_astro/one.css',
    'one-a/index.html',
    'one-a/index.html',
  ]);
  await get('/a/');
  assert.deepEqual(memory.asked.splice(0), ['one-a/index.html']);
  clock.now = 1_000;
  await get('/a/');
  assert.deepEqual(memory.asked.splice(0), [ROOT, 'one-a/index.html']);
});

test('readers get one site or the other, from a second after its root is there', async () => {
  const { memory, clock, get } = handler();
  memory.lay('one', ONE);
  await get('/a/');
  memory.lay('two', TWO);
  assert.deepEqual(await get('/a/'), [200, 'page one']);
  assert.deepEqual(await get('/c/'), [404, 'lost']);
  clock.now = 1_000;
  assert.deepEqual(await get('/a/'), [200, 'page two']);
  assert.deepEqual(await get('/c/'), [200, 'new']);
  assert.deepEqual(await get('/b/'), [404, 'lost']);
});

test('what never changes is answered as long as an open page may ask for it, where it is there', async () => {
  const { memory, clock, get } = handler();
  memory.lay('one', ONE);
  await get('/a/');
  memory.lay('two', TWO);
  clock.now = 2_000;
  assert.deepEqual(await get('/_astro/two.css'), [200, 'style two']);
  assert.deepEqual(await get('/_astro/one.css'), [200, 'style one']);
  assert.deepEqual(await get('/b/'), [404, 'lost']);
  memory.files.delete('one-_astro/one.css');
  // What was withheld goes at once.
  assert.deepEqual(await get('/_astro/one.css'), [404, 'lost']);
  memory.lay('one', ONE);
  memory.lay('two', TWO);
  clock.now = 25 * 60 * 60_000;
  assert.deepEqual(await get('/_astro/one.css'), [404, 'lost']);
});

test('where a pack has gone with the old site, the new root is read, and no page is half of each', async () => {
  const { memory, get } = handler();
  memory.lay('one', ONE);
  await get('/b/');
  memory.lay('two', TWO);
  for (const name of memory.files.keys()) if (name.startsWith('one-')) memory.files.delete(name);
  assert.deepEqual(await get('/a/'), [200, 'page two']);
  memory.files.delete('two-c/index.html');
  await assert.rejects(get('/c/'), /There is no two-c\/index\.html/);
  memory.files.clear();
  await assert.rejects(handler().get('/'), /There is no packs\/root\.json/);
});

test('a root of another form is not read as if it were of this one', async () => {
  const { memory, get } = handler();
  memory.files.set(ROOT, Buffer.from('{"version":2}'));
  await assert.rejects(get('/'), /has the form 2, and this handler reads 1: take the handler/);
});

test('a part is taken of a whole, however its bytes come, and no more is asked for', async () => {
  for (const size of [1, 3, 10]) {
    let given = 0;
    const bytes: Bytes = new ReadableStream(
      {
        pull(controller) {
          controller.enqueue(new Uint8Array(Array.from({ length: size }, (_, at) => given + at)));
          given += size;
          if (given >= 40) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const taken = new Uint8Array(await new Response(part(bytes, 4, 9)).arrayBuffer());
    assert.deepEqual([...taken], [4, 5, 6, 7, 8], `${size} at once`);
    assert.ok(given < 9 + size, `${given} bytes`);
  }
});
