import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { because } from '../../../src/domain/fault.ts';
import { type Fetching, openFetcher } from '../../../src/import/fetching/fetcher.ts';
import type { Resolve } from '../../../src/import/fetching/guarded-lookup.ts';
import { reachableWith } from '../../../src/import/fetching/reachable.ts';
import { type Cause, Unfetched } from '../../../src/import/fetching/unfetched.ts';
import { type Act, mediaHost } from '../../support/media-host.ts';
import { scratchFolder } from '../../support/scratch.ts';

const SIGN = Buffer.from('A picture: ');
const PICTURE = Buffer.concat([SIGN, Buffer.alloc(200_000, 'boat ')]);
const LIMITS = {
  bytes: 1_000_000,
  connecting: 500,
  silence: 500,
  whole: 5000,
  patience: 1500,
  pause: 10,
};
const FACTS = { sha256: '0'.repeat(64), bytes: 1, type: 'image/jpeg' } as const;
const FAULT = because('media/missing', 'It is no picture.', 'Take one.');

/** Whether the fetcher of the test has kept a beginning of something. */
let hasPart = () => false;

/** A fetcher for which a picture is what begins as one. */
function fetcherOf(t: TestContext, changes: Partial<Fetching> = {}) {
  const folder = changes.folder ?? scratchFolder(t);
  hasPart = () =>
    globSync('*/part', { cwd: folder }).some((path) => statSync(join(folder, path)).size > 0);
  const fetcher = openFetcher({
    folder,
    reachable: reachableWith(['127.0.0.1']),
    resolve: async () => [],
    userAgent: 'Cuttings',
    limits: LIMITS,
    beginning: (start) =>
      start.subarray(0, SIGN.length).equals(SIGN) ? { type: FACTS.type } : { fault: FAULT },
    inspect: async (path) => ({ facts: { ...FACTS, bytes: readFileSync(path).length } }),
    ...changes,
  });
  return {
    folder,
    ...fetcher,
    bytes: async (address: string) => readFileSync((await fetcher.fetch(address)).path),
  };
}

/** That something is not fetched, for this cause, and what is said of it. */
async function refused(fetched: Promise<unknown>, why: Cause, said: RegExp) {
  await assert.rejects(fetched, (error) => {
    assert.ok(error instanceof Unfetched, `${error}`);
    assert.equal(error.why, why, error.message);
    assert.match(error.message, said);
    return true;
  });
}

const sends =
  (body: Buffer | string = PICTURE, headers: Record<string, string> = {}, status = 200): Act =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const leadsTo =
  (location: string, status = 302): Act =>
  (_, response) =>
    response.writeHead(status, { Location: location }).end();

suite('a medium of the web', () => {
  test('is fetched once, by its bytes, and nothing is told of who asks but the name of the program', async (t) => {
    const host = await mediaHost(t, { '/boat.jpg': sends() });
    const { bytes, fetch } = fetcherOf(t);
    const address = `${host.origin}/boat.jpg`;
    assert.ok((await bytes(address)).equals(PICTURE));
    const { path, facts } = await fetch(address);
    assert.match(path, /\.jpg$/);
    assert.equal(facts.bytes, PICTURE.length);
    assert.equal(host.asked.length, 1);
    const { host: _, connection, ...headers } = host.asked[0]?.headers ?? {};
    assert.deepEqual(headers, {
      'user-agent': 'Cuttings',
      accept: '*/*',
      'accept-encoding': 'identity',
    });
  });

  test('is found under an address of letters of any kind, encoded or not, without its fragment', async (t) => {
    const path = '/h%C3%A4fen/sch%F6n%20(1).jpg?gr%C3%B6%C3%9Fe=1';
    const host = await mediaHost(t, { [path]: sends() });
    const { bytes } = fetcherOf(t);
    assert.ok((await bytes(`${host.origin}/häfen/sch%F6n%20(1).jpg?größe=1#oben`)).equals(PICTURE));
    assert.ok((await bytes(`${host.origin}${path}`)).equals(PICTURE));
  });

  test('is found where its address leads to, five times and no more', async (t) => {
    const hops = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `/${count}/${at}`,
          leadsTo(at + 1 === count ? '/boat.jpg#x' : `../${count}/${at + 1}`, at % 2 ? 307 : 301),
        ]),
      );
    const host = await mediaHost(t, {
      '/boat.jpg': sends(),
      ...hops(5),
      ...hops(6),
      '/round': leadsTo('/round'),
    });
    const { bytes, fetch } = fetcherOf(t);
    assert.ok((await bytes(`${host.origin}/5/0`)).equals(PICTURE));
    await refused(fetch(`${host.origin}/6/0`), 'redirects', /more than 5 times/);
    const before = host.asked.length;
    await refused(fetch(`${host.origin}/round`), 'redirects', /more than 5 times/);
    assert.equal(host.asked.length - before, 6);
  });
});

suite('an address that is not to be asked', () => {
  // biome-ignore format: a table
  const ADDRESSES: [address: string, why: Cause, said: RegExp][] = [
    ['ftp://gazette.example/boat.jpg', 'address', /ftp:/],
    ['file:///etc/passwd', 'address', /file:/],
    ['data:image/png;base64,AAAA', 'address', /data:/],
    ['https://ada:secret@gazette.example/boat.jpg', 'address', /names a user/],
    ['no address', 'address', /none of the web/],
    ['http://127.0.0.1:9/boat.jpg', 'network', /private network/],
    ['http://2130706433:9/', 'network', /private network/],
    ['http://0x7f.1:9/', 'network', /private network/],
    ['http://017700000001:9/', 'network', /private network/],
    ['http://0:9/', 'network', /private network/],
    ['http://[::1]:9/', 'network', /private network/],
    ['http://[::ffff:127.0.0.1]:9/', 'network', /private network/],
    ['http://169.254.169.254/latest/meta-data/', 'network', /private network/],
    ['http://１２７.0.0.1:9/', 'network', /private network/],
    ['http://intern.example:9/', 'network', /private network/],
    ['http://localhost:9/', 'network', /private network/],
  ];
  for (const [address, why, said] of ADDRESSES)
    test(`is none of: ${address}`, async (t) => {
      const { fetch } = fetcherOf(t, {
        reachable: reachableWith([]),
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      });
      await refused(fetch(address), why, said);
    });

  test('is found out when a public one leads there', async (t) => {
    const inner = await mediaHost(t, { '/': sends() }, '127.0.0.2');
    const host = await mediaHost(t, {
      '/private': leadsTo(`${inner.origin}/`),
      '/named': leadsTo('http://intern.example/'),
      '/metadata': leadsTo('http://169.254.169.254/'),
      '/mapped': leadsTo(`http://[::ffff:127.0.0.2]:${new URL(inner.origin).port}/`),
      '/file': leadsTo('file:///etc/passwd'),
      '/user': leadsTo('http://ada:secret@gazette.example/'),
      '/none': leadsTo('http://['),
    });
    const { fetch } = fetcherOf(t, { resolve: async () => [{ address: '10.0.0.7', family: 4 }] });
    for (const path of ['/private', '/named', '/metadata', '/mapped'])
      await refused(fetch(host.origin + path), 'network', /private network/);
    for (const path of ['/file', '/user', '/none'])
      await refused(fetch(host.origin + path), 'address', /./);
    assert.equal(inner.asked.length, 0);
  });

  test('is not reached by a name that leads elsewhere a moment later', async (t) => {
    const open = await mediaHost(
      t,
      { '/boat.jpg': (_, { socket }) => socket?.destroy() },
      '127.0.0.2',
    );
    const { port } = new URL(open.origin);
    const inner = await mediaHost(t, { '/boat.jpg': sends('secret') }, '127.0.0.3');
    let times = 0;
    const rebinding: Resolve = async () => [
      { address: times++ === 0 ? '127.0.0.2' : '127.0.0.3', family: 4 },
    ];
    const { fetch } = fetcherOf(t, {
      // 127.0.0.2 stands for the public web here.
      reachable: (_, address) => address === '127.0.0.2',
      resolve: rebinding,
    });
    await refused(fetch(`http://gazette.example:${port}/boat.jpg`), 'network', /private network/);
    // The connection went to the address that was judged, and the next one was judged anew.
    assert.deepEqual([open.asked.length, inner.asked.length, times], [1, 0, 2]);
  });

  test('is left out where a name has others besides', async (t) => {
    const open = await mediaHost(t, { '/boat.jpg': sends() }, '127.0.0.2');
    const { port } = new URL(open.origin);
    const { bytes } = fetcherOf(t, {
      reachable: (_, address) => address === '127.0.0.2',
      resolve: async () =>
        ['127.0.0.3', '127.0.0.2', '10.0.0.1'].map((address) => ({ address, family: 4 })),
    });
    assert.ok((await bytes(`http://gazette.example:${port}/boat.jpg`)).equals(PICTURE));
  });
});

suite('what a server does', () => {
  const drips: Act = (_, response) => {
    response.writeHead(200).write(SIGN);
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  };
  const endless =
    (sign: Buffer): Act =>
    (_, response) => {
      response.writeHead(200).write(sign);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
  // biome-ignore format: a table
  const ACTS: [name: string, act: Act, why: Cause, said: RegExp, asked: number][] = [
    ['it does not have it', sends('', {}, 404), 'status', /does not have it \(HTTP 404\)/, 1],
    ['it is gone', sends('', {}, 410), 'status', /gone \(HTTP 410\)/, 1],
    ['it is forbidden', sends('', {}, 403), 'status', /refuses it \(HTTP 403\)/, 1],
    ['it wants a password', sends('', { 'WWW-Authenticate': 'Basic' }, 401), 'status', /HTTP 401/, 1],
    ['it answers with nothing', sends('', {}, 204), 'status', /HTTP 204/, 1],
    ['it leads nowhere', sends('', {}, 302), 'status', /HTTP 302/, 1],
    ['it fails', sends('', {}, 500), 'status', /HTTP 500/, 3],
    ['it asks for long patience', sends('', { 'Retry-After': '3600' }, 429), 'status', /asked again in 60 minutes/, 1],
    ['it asks to be left alone until a day', sends('', { 'Retry-After': new Date(Date.now() + 7_200_000).toUTCString() }, 503), 'status', /asked again in 120 minutes/, 1],
    ['it gives a page in place of a picture', sends('<!doctype html><p>Not here</p>', { 'Content-Type': 'image/jpeg' }), 'type', /no picture/, 1],
    ['it says that it is too long', sends(PICTURE, { 'Content-Length': '5000000' }), 'size', /larger than/, 1],
    ['it sends without end', endless(SIGN), 'size', /larger than/, 1],
    ['it sends something else without end', endless(Buffer.from('<p>')), 'type', /no picture/, 1],
    ['it sends it packed', sends(gzipSync(Buffer.alloc(10_000_000)), { 'Content-Encoding': 'gzip' }), 'type', /packed/, 1],
    ['it says nothing', () => undefined, 'time', /nothing came from its host for 1 second/, 3],
    ['it begins and says nothing more', (_, response) => response.writeHead(200).write('A'), 'time', /nothing came/, 3],
    ['it drips', drips, 'time', /did not come whole within 1 second/, 3],
    ['it lets go', (_, response) => response.destroy(), 'connection', /let go of the connection/, 3],
    ['it says that it is longer than it is', (_, response) => response.writeHead(200, { 'Content-Length': '300000' }).end(PICTURE, () => response.destroy()), 'connection', /./, 3],
    ['it speaks otherwise', ({ socket }) => socket.end('SSH-2.0-OpenSSH\r\n'), 'connection', /does not answer in HTTP/, 3],
    ['it sends a part that was not asked for', sends(PICTURE.subarray(5), { 'Content-Range': 'bytes 5-10/11' }, 206), 'connection', /another part/, 3],
  ];
  for (const [name, act, why, said, asked] of ACTS)
    test(`is told and bounded: ${name}`, async (t) => {
      const host = await mediaHost(t, { '/boat.jpg': act });
      const { fetch } = fetcherOf(t, {
        limits: {
          ...LIMITS,
          silence: why === 'time' ? 150 : 5000,
          whole: name === 'it drips' ? 200 : 5000,
        },
      });
      await refused(fetch(`${host.origin}/boat.jpg`), why, said);
      // A second article with the same picture asks for nothing.
      await refused(fetch(`${host.origin}/boat.jpg`), why, said);
      assert.equal(host.asked.length, asked);
    });

  test('is waited for: too much at once, and a failure that passes', async (t) => {
    const later =
      (status: number, headers: Record<string, string>): Act =>
      (request, response, times) =>
        times === 0 ? response.writeHead(status, headers).end() : sends()(request, response, times);
    const host = await mediaHost(t, {
      '/429': later(429, { 'Retry-After': '1' }),
      '/502': later(502, {}),
    });
    const { bytes } = fetcherOf(t);
    const begun = Date.now();
    assert.ok((await bytes(`${host.origin}/429`)).equals(PICTURE));
    assert.ok(Date.now() - begun >= 900);
    assert.ok((await bytes(`${host.origin}/502`)).equals(PICTURE));
  });

  test('of a shorter length than it sends is taken by its word', async (t) => {
    const host = await mediaHost(t, {
      '/boat.jpg': ({ socket }) =>
        socket.end(
          Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n'), PICTURE]),
        ),
    });
    const { bytes } = fetcherOf(t);
    assert.equal((await bytes(`${host.origin}/boat.jpg`)).length, 20);
  });

  test('of a host that does not answer for three media is not waited for again', async (t) => {
    const host = await mediaHost(t, {});
    const { port } = new URL(host.origin);
    // Nobody listens there.
    const { fetch } = fetcherOf(t, { reachable: () => true });
    const dead = (path: string) => fetch(`http://127.0.0.9:${port}/${path}`);
    for (const path of ['1', '2', '3'])
      await refused(dead(path), 'connection', /takes no connections/);
    await refused(dead('4'), 'connection', /again and again/);
    await refused(fetch(`${host.origin}/5`), 'status', /404/);
  });

  test('of a host that only asks for patience is not asked for without end', async (t) => {
    const later: Act = (_, response) => response.writeHead(503, { 'Retry-After': '0' }).end();
    const names = ['1', '2', '3', '4', '5', '6'];
    const host = await mediaHost(t, Object.fromEntries(names.map((name) => [`/${name}`, later])));
    const { fetch } = fetcherOf(t);
    for (const name of names.slice(0, 3))
      await refused(fetch(`${host.origin}/${name}`), 'status', /cannot give it at the moment/);
    for (const name of names.slice(3))
      await refused(fetch(`${host.origin}/${name}`), 'connection', /again and again/);
    assert.equal(host.asked.length, 9);
  });

  test('is asked by two at a time, and others meanwhile', async (t) => {
    let now = 0;
    let most = 0;
    const slow: Act = (request, response, times) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        sends()(request, response, times);
      }, 30);
    };
    const names = ['1', '2', '3', '4', '5', '6'];
    const host = await mediaHost(t, Object.fromEntries(names.map((name) => [`/${name}`, slow])));
    const { bytes } = fetcherOf(t);
    const all = await Promise.all(names.map((name) => bytes(`${host.origin}/${name}`)));
    assert.ok(all.every((one) => one.equals(PICTURE)));
    assert.equal(most, 2);
  });
});

suite('a half that came', () => {
  const HALF = 120_000;
  const TAG = { ETag: '"1"' };

  /** A server whose first answer breaks off, and that gives parts afterwards if its file is still the same. */
  const breaks =
    (first: Record<string, string>, { now = first, hasRanges = true, body = PICTURE } = {}): Act =>
    (request, response, times) => {
      const cut = () => {
        response.writeHead(200, { ...first, 'Content-Length': `${PICTURE.length}` });
        response.write(PICTURE.subarray(0, HALF));
        const timer = setInterval(() => {
          if (!hasPart()) return;
          clearInterval(timer);
          response.destroy();
        }, 5);
      };
      if (times === 0) return cut();
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
      const same = request.headers['if-range'] === (now['ETag'] ?? now['Last-Modified']);
      if (!hasRanges || !(from > 0) || !same) return sends(body, now)(request, response, times);
      const range = `bytes ${from}-${body.length - 1}/${body.length}`;
      return sends(body.subarray(from), { ...now, 'Content-Range': range }, 206)(
        request,
        response,
        times,
      );
    };
  const DAY = {
    'Last-Modified': 'Wed, 02 Apr 2031 08:00:00 GMT',
    Date: 'Wed, 02 Apr 2031 09:00:00 GMT',
  };
  const OTHER = Buffer.concat([SIGN, Buffer.alloc(200_000, 'ship ')]);

  // biome-ignore format: a table
  const HALVES: [name: string, act: Act, range: string | undefined, body: Buffer][] = [
    ['goes on, by its tag', breaks(TAG), '"1"', PICTURE],
    ['goes on, by its day of change', breaks(DAY), DAY['Last-Modified'], PICTURE],
    ['is not trusted with a weak tag', breaks({ ETag: 'W/"1"' }), undefined, PICTURE],
    ['is not trusted with a day of change of a moment ago', breaks({ ...DAY, Date: 'Wed, 02 Apr 2031 08:00:10 GMT' }), undefined, PICTURE],
    ['is not trusted without either', breaks({}), undefined, PICTURE],
    ['begins anew where the server has no ranges', breaks(TAG, { hasRanges: false }), '"1"', PICTURE],
    ['begins anew where the file has changed', breaks(TAG, { now: { ETag: '"2"' }, body: OTHER }), '"1"', OTHER],
    ['begins anew where the file is shorter now', (request, response, times) => request.headers.range ? response.writeHead(416).end() : breaks(TAG, { body: OTHER })(request, response, times), '"1"', OTHER],
  ];
  for (const [name, act, validator, body] of HALVES)
    test(`${name}`, async (t) => {
      const host = await mediaHost(t, { '/boat.jpg': act });
      const { bytes } = fetcherOf(t);
      assert.ok((await bytes(`${host.origin}/boat.jpg`)).equals(body));
      const second = host.asked[1]?.headers;
      assert.equal(second?.['if-range'], validator);
      if (validator !== undefined) assert.match(second?.range ?? '', /^bytes=\d+-$/);
    });

  test('and what came whole are kept from run to run, and taken away when it is filed', async (t) => {
    const host = await mediaHost(t, {
      '/half.jpg': breaks(TAG),
      '/whole.jpg': sends(),
      '/page': sends('<p>'),
    });
    const folder = scratchFolder(t);
    const once = fetcherOf(t, { folder, limits: { ...LIMITS, patience: 0 } });
    await refused(once.fetch(`${host.origin}/half.jpg`), 'connection', /let go/);
    assert.ok((await once.bytes(`${host.origin}/whole.jpg`)).equals(PICTURE));
    await refused(once.fetch(`${host.origin}/page`), 'type', /no picture/);
    const again = fetcherOf(t, { folder });
    assert.ok((await again.bytes(`${host.origin}/whole.jpg`)).equals(PICTURE));
    assert.ok((await again.bytes(`${host.origin}/half.jpg`)).equals(PICTURE));
    await refused(again.fetch(`${host.origin}/page`), 'type', /no picture/);
    assert.deepEqual(
      host.asked.map(({ path, headers }) => [path, Number(headers.range?.slice(6, -1) ?? 0) > 0]),
      [
        ['/half.jpg', false],
        ['/whole.jpg', false],
        ['/page', false],
        ['/half.jpg', true],
        ['/page', false],
      ],
    );
    again.release(`${host.origin}/whole.jpg`);
    assert.ok((await fetcherOf(t, { folder }).bytes(`${host.origin}/whole.jpg`)).equals(PICTURE));
    assert.equal(host.asked.filter(({ path }) => path === '/whole.jpg').length, 2);
  });

  test('of one address is not made whole by another one', async (t) => {
    let isMoved = false;
    const host = await mediaHost(t, {
      '/boat.jpg': (request, response, times) =>
        leadsTo(isMoved ? '/new.jpg' : '/old.jpg')(request, response, times),
      '/old.jpg': breaks(TAG),
      '/new.jpg': sends(OTHER, TAG),
    });
    const folder = scratchFolder(t);
    const first = fetcherOf(t, { folder, limits: { ...LIMITS, patience: 0 } });
    await refused(first.fetch(`${host.origin}/boat.jpg`), 'connection', /let go/);
    isMoved = true;
    assert.ok((await fetcherOf(t, { folder }).bytes(`${host.origin}/boat.jpg`)).equals(OTHER));
    assert.equal(host.asked.at(-1)?.headers.range, undefined);
  });
});
