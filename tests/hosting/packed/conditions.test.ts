import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { rangeOf, takesGzip } from '../../../src/hosting/packed/conditions.ts';
import { serve } from '../../../src/hosting/serve/server.ts';
import { ARCHIVES, distOf } from '../../support/archives.ts';
import { type Ask, packed, serverAt, startProgram, workerOf } from '../../support/packed.ts';

const archive = ARCHIVES.based;
const dist = distOf(archive);
const folder = mkdtempSync(join(tmpdir(), 'cuttings-packed-'));
const ends: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

const [picture = ''] = globSync('media/*/*.webp', { cwd: dist }).toSorted();
// It lies compressed in its pack, a picture as it is, a style sheet beside the packs.
const [style = ''] = globSync('_astro/*.css', { cwd: dist });
const PATHS = ['', 'data/articles.json', picture, style].map((path) => archive.base + path);

describe('what a request asks besides an address', () => {
  let [plain, ...handlers]: Ask[] = [];
  before(async () => {
    await packed(archive, folder);
    const served = await serve(dist, { port: 0, base: archive.base });
    const program = await startProgram(folder);
    ends.push(served.close, program.stop);
    plain = serverAt(new URL(served.url).origin);
    handlers = [
      await workerOf(folder, 'assets'),
      await workerOf(folder, 'bucket'),
      serverAt(`http://127.0.0.1:${program.port}`),
    ];
  });

  test('a part of a file is the part that the plain site gives', async () => {
    for (const ask of handlers)
      for (const path of PATHS)
        for (const range of [
          'bytes=0-0',
          'bytes=7-90',
          'bytes=100-',
          'bytes=-9',
          'bytes=-99999999',
          'bytes=99999999-',
          'bytes=-0',
          'bytes=9-3',
          'bytes=0-1,4-5',
          'bytes=-',
          'lines=1-2',
        ]) {
          const headers: [string, string][] = [['Range', range]];
          const [one, other] = await Promise.all([plain?.(path, headers), ask(path, headers)]);
          assert.equal(other.status, one?.status, `${path} ${range}`);
          for (const name of ['content-range', 'content-length', 'accept-ranges'])
            if (other.status === 206 || name === 'content-range')
              assert.equal(other.headers.get(name), one?.headers.get(name), `${path} ${range}`);
          if (other.status < 300) assert.ok(other.body.equals(one?.body ?? Buffer.of()), range);
        }
  });

  test('what has not changed is not sent again, in whichever form it was sent', async () => {
    for (const ask of handlers)
      for (const path of PATHS) {
        const [packedForm, own] = [await ask(path, [['Accept-Encoding', 'gzip']]), await ask(path)];
        const tags = [packedForm, own].map(({ headers }) => headers.get('etag') ?? '');
        for (const tag of [...tags, `W/${tags[1]}`, `"other", ${tags[0]}`, '*']) {
          const { status, body, headers } = await ask(path, [['If-None-Match', tag]]);
          assert.deepEqual([status, body.length], [304, 0], tag);
          assert.equal(headers.get('cache-control'), own.headers.get('cache-control'));
        }
        for (const [name, value, status] of [
          ['If-None-Match', '"other"', 200],
          ['If-Match', '"other"', 412],
          ['If-Match', tags[1], 200],
          ['If-Match', '*', 200],
        ] as const)
          assert.equal((await ask(path, [[name, `${value}`]])).status, status, name);
        const part: [string, string] = ['Range', 'bytes=1-2'];
        assert.equal((await ask(path, [part, ['If-Range', `${tags[1]}`]])).status, 206);
        assert.equal((await ask(path, [part, ['If-Range', '"other"']])).status, 200);
        assert.equal(packedForm.headers.has('content-encoding'), tags[0] !== tags[1]);
      }
  });

  test('what is compressed is sent so to those who take it, with its length, and unpacked to others', async () => {
    const page = readFileSync(join(dist, 'index.html'));
    for (const ask of handlers) {
      const given = await ask(archive.base, [['Accept-Encoding', 'gzip, deflate, br']]);
      assert.equal(given.headers.get('content-encoding'), 'gzip');
      assert.equal(given.headers.get('vary'), 'Accept-Encoding');
      assert.equal(given.headers.get('content-length'), `${given.body.length}`);
      assert.ok(gunzipSync(given.body).equals(page));
      for (const form of ['', 'br', 'gzip;q=0', 'identity, *;q=0']) {
        const { headers, body } = await ask(archive.base, [['Accept-Encoding', form]]);
        assert.equal(headers.get('content-encoding'), undefined, form);
        assert.ok(body.equals(page));
      }
    }
  });

  test('HEAD has the headers of GET, and nothing can be sent', async () => {
    for (const ask of handlers) {
      for (const path of [...PATHS, `${archive.base}nothing`, `${archive.base}people`]) {
        const [get, head] = [await ask(path), await ask(path, [], 'HEAD')];
        assert.equal(head.body.length, 0);
        for (const { headers } of [get, head])
          for (const name of ['date', 'connection', 'keep-alive']) headers.delete(name);
        assert.deepEqual([head.status, head.headers], [get.status, get.headers], path);
      }
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        const { status, headers } = await ask(archive.base, [], method);
        assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD'], method);
      }
    }
  });
});

test('a range and a list of encodings are read as RFC 9110 has them', () => {
  assert.deepEqual(rangeOf('bytes=0-0', 0), 'none');
  assert.deepEqual(rangeOf(`bytes=${'9'.repeat(400)}-`, 10), 'none');
  assert.deepEqual(rangeOf('bytes=2-99', 10), { start: 2, end: 10 });
  for (const [accepted, takes] of [
    ['gzip', true],
    ['GZIP ; q=0.1', true],
    ['*', true],
    ['gzip;q=0, *', false],
    ['gzip;q=x', false],
    ['', false],
  ] as const)
    assert.equal(takesGzip(accepted), takes, accepted);
  assert.equal(takesGzip(undefined), false);
});
