import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Chance, chanceOf } from '../../../src/bench/invented/chance.ts';
import { type Served, serve } from '../../../src/hosting/serve/server.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const SECRET = 'not-for-readers';
const LARGE = 'x'.repeat(8_000_000);

/** A site, and beside it and in it what nobody may be given. */
function folderOf(t: TestContext): string {
  const folder = scratchFolder(t);
  write(folder, {
    'dist/index.html': '<p>home</p>',
    'dist/404.html': '<p>lost</p>',
    'dist/about/index.html': '<p>about</p>',
    'dist/digits.txt': '0123456789',
    'dist/empty.txt': '',
    'dist/large.txt': LARGE,
    'dist/.well-known/security.txt': 'Contact: mailto:desk@archive.example',
    'dist/_headers': `${readFileSync('public/_headers', 'utf8')}\n/secret\n  X-Note: ${SECRET}\n`,
    'dist/_redirects': `/old/ /about/ 301\n/:year/:slug/old.txt /:year/:slug/ 302\n/:all/away.txt //elsewhere.example/:all/ 301\n/away/ //elsewhere.example/ 301\n/off/ https://elsewhere.example/ 301\n/2031/kept/old.txt /2031/kept/old.txt 200\n/about/ /digits.txt 200\n# ${SECRET}\n`,
    'dist/.git/config': SECRET,
    'dist/.env': SECRET,
    'dist/about/.draft/index.html': SECRET,
    'outside.txt': SECRET,
    'outside/index.html': SECRET,
  });
  const site = join(folder, 'dist');
  symlinkSync(join(folder, 'outside.txt'), join(site, 'link.txt'));
  symlinkSync(join(folder, 'outside'), join(site, 'linked'));
  symlinkSync('loop', join(site, 'loop'));
  symlinkSync('digits.txt', join(site, 'inner.txt'));
  symlinkSync('/dev/zero', join(site, 'endless.txt'));
  execFileSync('mkfifo', [join(site, 'pipe.txt')]);
  return folder;
}

async function hostileSite(t: TestContext, base = '/'): Promise<Served & { folder: string }> {
  const folder = folderOf(t);
  const served = await serve(join(folder, 'dist'), { port: 0, base });
  t.after(() => served.close());
  return { ...served, folder };
}

/** A socket to a server, with what came over it so far as Latin-1. */
function opened({ url }: Pick<Served, 'url'>): {
  socket: Socket;
  answer: Promise<string>;
  said: () => string;
} {
  const socket = connect(Number(new URL(url).port), 'localhost');
  let said = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    said += chunk;
  });
  const { promise, resolve } = Promise.withResolvers<string>();
  // To be cut off is an answer too.
  socket.on('error', () => undefined).on('close', () => resolve(said));
  return { socket, answer: promise, said: () => said };
}

/** All that comes back for these bytes, until the server ends the connection or nothing comes for a while. */
async function answerTo(
  served: Pick<Served, 'url'>,
  bytes: string,
  patience = 10_000,
): Promise<string> {
  const { socket, answer, said } = opened(served);
  socket.setTimeout(patience, () => socket.destroy());
  // Its own side stays open: Node takes one who closes it for one who has left.
  socket.write(bytes, 'latin1');
  return (await answer) || said();
}

const get = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`;

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);
const headerOf = (answer: string, name: string) =>
  new RegExp(`^${name}: (.*)\r$`, 'im').exec(answer)?.[1];

// biome-ignore format: a table, a request a row
const RANGES: [range: string, status: number, body: string][] = [
  ['bytes=0-3', 206, '0123'],
  ['bytes=4-', 206, '456789'],
  ['bytes=-5', 206, '56789'],
  ['bytes=-500', 206, '0123456789'],
  ['bytes=8-99', 206, '89'],
  ['bytes=9-9', 206, '9'],
  ['BYTES=0-0', 206, '0'],
  ['bytes=10-', 416, ''],
  ['bytes=99-100', 416, ''],
  ['bytes=-0', 416, ''],
  [`bytes=${'9'.repeat(400)}-`, 416, ''],
  ['bytes=10-2', 200, '0123456789'],
  ['bytes=5-2', 200, '0123456789'],
  ['bytes=-', 200, '0123456789'],
  ['bytes=', 200, '0123456789'],
  ['bytes=1x-3', 200, '0123456789'],
  ['bytes=0-1,4-5', 200, '0123456789'],
  [`bytes=${'0-0,'.repeat(1000)}0-0`, 200, '0123456789'],
  ['lines=0-1', 200, '0123456789'],
  ['bytes = 0-1', 200, '0123456789'],
];

test('a range is what RFC 9110 says of it', async (t) => {
  const site = await hostileSite(t);
  for (const [range, status, body] of RANGES) {
    const answer = await answerTo(site, get('/digits.txt', `Range: ${range}`));
    assert.equal(statusOf(answer), status, range.slice(0, 40));
    if (status !== 416) assert.equal(bodyOf(answer), body, range.slice(0, 40));
    else assert.equal(headerOf(answer, 'Content-Range'), 'bytes */10', range.slice(0, 40));
  }
  const middle = await answerTo(site, get('/digits.txt', 'Range: bytes=3-5'));
  assert.equal(headerOf(middle, 'Content-Range'), 'bytes 3-5/10');
  assert.equal(headerOf(middle, 'Content-Length'), '3');
  assert.equal(statusOf(await answerTo(site, get('/empty.txt', 'Range: bytes=0-'))), 416);
  assert.equal(bodyOf(await answerTo(site, get('/nothing', 'Range: bytes=0-1'))), '<p>lost</p>');
});

test('what has not changed is not sent again, and a part is only sent of what it is a part of', async (t) => {
  const site = await hostileSite(t);
  const first = await answerTo(site, get('/digits.txt'));
  const [etag, day] = [headerOf(first, 'ETag'), headerOf(first, 'Last-Modified')];
  const status = async (...headers: string[]) =>
    statusOf(await answerTo(site, get('/digits.txt', ...headers)));
  assert.equal(await status(`If-None-Match: ${etag}`), 304);
  assert.equal(await status(`If-None-Match: "other", ${etag}`), 304);
  assert.equal(await status('If-None-Match: *'), 304);
  assert.equal(await status(`If-Modified-Since: ${day}`), 304);
  assert.equal(await status('If-None-Match: "other"', `If-Modified-Since: ${day}`), 200);
  assert.equal(await status('If-Modified-Since: yesterday'), 200);
  assert.equal(await status('If-Match: "other"'), 412);
  assert.equal(await status('If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'), 412);
  // A tag made of size and time is weak, and RFC 9110 has no part sent for a weak one.
  assert.equal(await status('Range: bytes=0-1', `If-Range: ${etag}`), 200);
  assert.equal(await status('Range: bytes=0-1', `If-Range: ${day}`), 206);
  const head = await answerTo(site, get('/digits.txt').replace('GET', 'HEAD'));
  assert.deepEqual([bodyOf(head), headerOf(head, 'Content-Length')], ['', '10']);
});

test('every answer has the headers that hosts are told to send, from the one file', async (t) => {
  const site = await hostileSite(t);
  const everywhere = [...readFileSync('public/_headers', 'utf8').matchAll(/^ {2}(\S+): (.+)$/gm)];
  const first = everywhere.slice(0, 8);
  assert.ok(first.some(([, name]) => name === 'Permissions-Policy'));
  for (const path of ['/', '/about', '/old/', '/digits.txt', '/nothing', '/%2e%2e/', '/.env'])
    for (const [, name = '', value] of first)
      assert.equal(headerOf(await answerTo(site, get(path)), name), value, `${path} ${name}`);
  assert.equal(headerOf(await answerTo(site, get('/')), 'Server'), undefined);
});

test('redirects lead where _redirects says, within the site, with what was asked', async (t) => {
  const site = await hostileSite(t);
  const led = async (path: string) => {
    const answer = await answerTo(site, get(path));
    return [statusOf(answer), headerOf(answer, 'Location')];
  };
  assert.deepEqual(await led('/old/?a=b'), [301, '/about/?a=b']);
  assert.deepEqual(await led('/about?q=\xe9\x07'), [400, undefined]);
  assert.deepEqual(await led('/about?q=\xe9'), [400, undefined]);
  assert.deepEqual(await led('http://elsewhere.example/about'), [301, '/about/']);
  for (const path of [
    '//elsewhere.example/about',
    '/\\elsewhere.example/about',
    '/away/',
    '/off/',
    '//about',
    '/about//',
    '/%2fabout',
    '/%5cabout',
    '/linked',
    '/2031/old.txt',
    '/2031/kept/old.txt',
    '/2031/storm/more/old.txt',
    '/2031//old.txt',
    '/2031/%2f/old.txt',
    '/2031/away.txt',
  ])
    assert.deepEqual(await led(path), [404, undefined], path);
  assert.deepEqual(await led('/2031/storm/old.txt?a=b'), [302, '/2031/storm/?a=b']);
  assert.deepEqual(await led('/2031/:slug/old.txt'), [302, '/2031/%3Aslug/']);
  assert.deepEqual(await led('/2031/a%0d%0aX-Own:%20b/old.txt'), [404, undefined]);
  assert.deepEqual(await led('/2031/%D9%86%D9%87%D8%B1/old.txt'), [
    302,
    '/2031/%D9%86%D9%87%D8%B1/',
  ]);
});

// biome-ignore format: lists read better than columns
const PATHS = ['/', '/about/', '/about', '/digits.txt', '/large.txt', '/nothing', '/_headers', '/_redirects', '/.env', '/.git/config', '/.git/', '/about/.draft/', '/link.txt', '/linked/', '/linked', '/inner.txt', '/loop', '/endless.txt', '/pipe.txt', '/../outside.txt', '/about/../../outside.txt', '/old/', '/away/', '/index.html', '/404.html', '/.well-known/security.txt', '/.well-known/', '/DIGITS.TXT', '/digits.txt.', '/digits.txt::$DATA', '/digits.txt/', '*', '', 'about/', 'localhost:80', 'file:///etc/passwd', 'http://localhost/about/', 'http:///', 'HTTP://[::1]/../outside.txt'];
// biome-ignore format: a list reads better than a column
const TWISTS: ((path: string, chance: Chance) => string)[] = [
  (path) => path,
  (path) => path.replaceAll('..', '%2e%2e'),
  (path) => path.replaceAll('..', '.%2E'),
  (path) => path.replaceAll('/', '%2f'),
  (path) => path.replaceAll('/', '//'),
  (path) => path.replaceAll('/', '\\'),
  (path) => path.replaceAll('/', '%5c'),
  (path) => path.replaceAll('/', '%c0%af'),
  (path) => path.replaceAll('.', '%252e'),
  (path) => path.replaceAll('_', '%5f'),
  (path) => path.replaceAll('.', '%2e'),
  (path) => `${path}%00.html`,
  (path) => `${path}\x00`,
  (path) => `/about/..${path}`,
  (path) => `/about/%2e%2e${path}`,
  (path) => `/./${path}`,
  (path) => `//elsewhere.example${path}`,
  (path) => `http://elsewhere.example${path}`,
  (path) => `${path}?${'a=b&'.repeat(20)}`,
  (path) => `${path}#..`,
  (path) => `${path};/../outside.txt`,
  (path) => `${path}%`,
  (path) => `${path}%zz%f`,
  (path) => `${path}%ed%a0%80`,
  (path) => `${path}${'a'.repeat(300)}`,
  (path) => `${path}${'/a'.repeat(4000)}`,
  (path) => `${path}${'a'.repeat(40_000)}`,
  (path) => `${path} HTTP/1.1\r\nX-More: `,
  (path) => `${path}%0d%0aSet-Cookie:%20a=b`,
  (path) => `${path}\xff\xfe`,
  (path, chance) => [...path].map((sign) => chance.below(3) ? sign : `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
  (path, chance) => path + String.fromCharCode(...Array.from({ length: 8 }, () => chance.below(256))),
];
// biome-ignore format: a list reads better than a column
const HEADERS = ['', ...RANGES.slice(0, 18).map(([range]) => `Range: ${range}`), 'Range: bytes=-1-1', 'Range: bytes=\xff', 'If-None-Match: *', `If-None-Match: ${'"a",'.repeat(2000)}`, 'If-Modified-Since: 0', 'If-Range: W/"a"', 'Host: elsewhere.example', 'Host:', 'X-Forwarded-Host: elsewhere.example', 'X-Original-URL: /.env', 'X-Http-Method-Override: DELETE', 'Content-Length: 10', 'Content-Length: -1', 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked\r\nContent-Length: 4', 'Upgrade: websocket\r\nConnection: Upgrade', 'Expect: 100-continue', 'Expect: tea', 'Accept-Encoding: gzip;q=1, *;q=0', `Cookie: ${'a'.repeat(20_000)}`, 'X: '.repeat(3000), 'No colon', ' Folded: yes', '\x00: \x00', 'constructor: a', '__proto__: a'];
// biome-ignore format: a list reads better than a column
const METHODS = ['HEAD', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PATCH', 'PROPFIND', 'get', 'G\x00T', 'FETCH', ''];
const VERSIONS = ['HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''];

/** A request as no browser sends it; most are sound enough that the parser of HTTP lets them through. */
function hostileRequest(chance: Chance): string {
  const plain = chance.pick(PATHS);
  const twisted = chance.oneIn(3) ? plain : chance.pick(TWISTS)(plain, chance);
  const path = chance.oneIn(6) || /^(?:\/|http)/i.test(twisted) ? twisted : `/${twisted}`;
  const method = chance.oneIn(4) ? chance.pick(METHODS) : 'GET';
  const version = chance.oneIn(12) ? chance.pick(VERSIONS) : 'HTTP/1.1';
  const headers = Array.from({ length: chance.below(2) }, () => `${chance.pick(HEADERS)}\r\n`);
  const host = chance.oneIn(16) ? '' : 'Host: localhost\r\n';
  const body = chance.oneIn(8) ? '0\r\n\r\nGET /.env HTTP/1.1\r\nHost: a\r\n\r\n' : '';
  return `${method} ${path} ${version}\r\n${host}${headers.join('')}Connection: close\r\n\r\n${body}`;
}

const REQUESTS = 500;

test(`${REQUESTS} hostile requests: the server lives, and gives out nothing but the site`, async (t) => {
  const site = await hostileSite(t);
  const chance = chanceOf(9110);
  const requests = Array.from({ length: REQUESTS }, () => hostileRequest(chance)).values();
  const statuses = new Map<number, number>();
  const ask = async () => {
    for (const request of requests) {
      const answer = await answerTo(site, request, 500);
      const shown = JSON.stringify(request.slice(0, 200));
      const status = statusOf(answer);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      assert.doesNotMatch(answer, new RegExp(`${SECRET}|root:|set-cookie`, 'i'), shown);
      assert.doesNotMatch(answer, /\bat .*\.[jt]s:\d|ENOENT|\/tmp\//, shown);
      assert.ok(!headerOf(answer, 'Location')?.match(/^(?:\/\/|\/\\|[^/])/), shown);
      assert.ok(Number.isNaN(status) || status < 500, `${status} ${shown}`);
    }
  };
  await Promise.all(Array.from({ length: 40 }, ask));
  assert.equal(
    [...statuses.values()].reduce((sum, count) => sum + count, 0),
    REQUESTS,
  );
  for (const status of [200, 206, 301, 400, 404, 405])
    assert.ok((statuses.get(status) ?? 0) > 3, `${status}: ${[...statuses]}`);
  assert.equal(bodyOf(await answerTo(site, get('/'))), '<p>home</p>');
});

test('headers that cannot be sent are an answer, and no end', async (t) => {
  const site = await hostileSite(t);
  write(join(site.folder, 'dist'), { _headers: '/*\n  X-Note: a\u2028b\n  X-Other: \u0000\n' });
  assert.equal(statusOf(await answerTo(site, get('/digits.txt'))), 503);
  write(join(site.folder, 'dist'), { _headers: '/*\n  X-Note: b\n' });
  const answer = await answerTo(site, get('/digits.txt'));
  assert.deepEqual([headerOf(answer, 'X-Note'), bodyOf(answer)], ['b', '0123456789']);
});

test('what is no file of the site is missing, with the page for it', async (t) => {
  const site = await hostileSite(t);
  // biome-ignore format: a list reads better than a column
  for (const path of ['/_headers', '/%5fredirects', '/.env', '/%2eenv', '/.git/config', '/about/.draft/', '/link.txt', '/linked/', '/inner.txt', '/loop', '/endless.txt', '/pipe.txt', '/digits.txt/', '/about/../digits.txt', '/a\\b', '/%00', '/%', `/${'a'.repeat(300)}`, `${'/a'.repeat(5000)}`])
    assert.deepEqual([statusOf(await answerTo(site, get(path))), bodyOf(await answerTo(site, get(path)))], [404, '<p>lost</p>'], path.slice(0, 40));
  assert.equal(statusOf(await answerTo(site, get('/.well-known/security.txt'))), 200);
});

test('one who leaves in the middle, or never reads, takes nothing from the others', async (t) => {
  const site = await hostileSite(t);
  for (let turn = 0; turn < 40; turn++) {
    const { socket } = opened(site);
    socket.write(get('/large.txt'));
    if (turn % 2) socket.pause();
    else socket.once('data', () => socket.destroy());
    t.after(() => socket.destroy());
  }
  await setTimeout(100);
  const open = () =>
    execFileSync('ls', [`/proc/${process.pid}/fd`], { encoding: 'utf8' }).split('\n').length;
  assert.equal(bodyOf(await answerTo(site, get('/digits.txt'))), '0123456789');
  if (process.platform === 'linux') assert.ok(open() < 200, `${open()} files are open`);
});

test('a request that is never finished is ended', { timeout: 20_000 }, async (t) => {
  const site = await hostileSite(t);
  const start = performance.now();
  const { socket, answer } = opened(site);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  const drip = setInterval(() => socket.write('X: y\r\n'), 500);
  t.after(() => clearInterval(drip));
  assert.match(await answer, /^HTTP\/1\.1 408 /);
  assert.ok(performance.now() - start < 15_000);
});

test('a site that is built anew while it is served is served, whole files each', async (t) => {
  const site = await hostileSite(t);
  const dist = join(site.folder, 'dist');
  let turns = 0;
  const isOver = () => turns >= 60;
  const changing = (async () => {
    for (; !isOver(); turns++) {
      const text = `${turns}`.repeat(1 + (turns % 7) * 3000);
      write(dist, { 'next.txt': `${text}\n` });
      renameSync(join(dist, 'next.txt'), join(dist, 'changing.txt'));
      if (turns % 5 === 0) rmSync(join(dist, 'changing.txt'));
      await setTimeout(2);
    }
  })();
  while (!isOver()) {
    const answer = await answerTo(site, get('/changing.txt'));
    if (statusOf(answer) === 404) continue;
    assert.equal(statusOf(answer), 200);
    assert.match(bodyOf(answer), /^(\d+?)\1*\n$/);
    assert.equal(bodyOf(answer).length, Number(headerOf(answer, 'Content-Length')));
  }
  await changing;
});

test('a file that shrinks while it is sent ends the connection, and is no part of the next answer', async (t) => {
  const site = await hostileSite(t);
  const { socket, answer, said } = opened(site);
  socket.pause();
  socket.write(get('/large.txt').replace('Connection: close', 'Connection: keep-alive') + get('/'));
  await setTimeout(200);
  truncateSync(join(site.folder, 'dist/large.txt'), 10);
  socket.resume();
  await answer;
  assert.ok(said().length < LARGE.length);
  assert.doesNotMatch(said(), /<p>home/);
});

test('a server that has no file left to open says so, and goes on', {
  timeout: 20_000,
}, async (t) => {
  const folder = folderOf(t);
  const code = `import('./src/hosting/serve/server.ts').then(({ serve }) => serve(process.argv[1], { port: 0 })).then(({ url }) => console.log(url))`;
  const child = spawn('sh', [
    '-c',
    `ulimit -n 48; exec "$0" -e "$1" "$2"`,
    process.execPath,
    code,
    join(folder, 'dist'),
  ]);
  t.after(() => child.kill());
  const [url] = await once(child.stdout, 'data');
  const served = { url: `${url}`.trim() };
  const waiting = Array.from({ length: 100 }, () => {
    const one = opened(served);
    one.socket.pause().write(get('/large.txt'));
    return one.socket;
  });
  await setTimeout(300);
  for (const socket of waiting) socket.destroy();
  await setTimeout(300);
  assert.equal(bodyOf(await answerTo(served, get('/digits.txt'), 3000)), '0123456789');
  assert.equal(child.exitCode, null);
});
