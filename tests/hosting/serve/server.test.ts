import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { serve } from '../../../src/hosting/serve/server.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

async function served(t: TestContext, base?: string) {
  const folder = scratchFolder(t);
  write(folder, {
    'dist/index.html': 'home',
    'dist/404.html': 'lost',
    'dist/about/index.html': 'about',
    'dist/data/figures.csv': 'id\n',
    'dist/data/articles.json': '[]',
    'dist/data/references.csl.json': '[]',
    'dist/_headers': readFileSync('public/_headers', 'utf8'),
    'dist/search/index.unknown': 'x',
    'dist/style.css': 'a{}',
    'dist/نهر/index.html': 'river',
    'outside.html': 'secret',
    'outside/index.html': 'secret',
  });
  const site = await serve(`${folder}/dist`, { port: 0, ...(base && { base }) });
  t.after(() => site.close());
  const get = async (path: string, method = 'GET') => {
    const response = await fetch(new URL(path, site.url), { method, redirect: 'manual' });
    return {
      status: response.status,
      body: await response.text(),
      type: response.headers.get('content-type'),
      location: response.headers.get('location'),
    };
  };
  return { ...site, get };
}

test('a folder is its index.html, and an address without the slash leads to it', async (t) => {
  const { get } = await served(t);
  assert.equal((await get('/')).body, 'home');
  assert.equal((await get('/about/?q=1')).body, 'about');
  assert.equal((await get(encodeURI('/نهر/'))).body, 'river');

  const { status, location } = await get('/about?q=a%20b&q=c');
  assert.deepEqual({ status, location }, { status: 301, location: '/about/?q=a%20b&q=c' });
  assert.equal((await get(encodeURI('/نهر'))).location, encodeURI('/نهر/'));
});

test('what is not there is the 404 page, with that status', async (t) => {
  const { get } = await served(t);
  const addresses = [
    '/nothing',
    '/nothing/',
    '/data/',
    '/404',
    '/about.html',
    '/style.css/',
    '/%zz',
  ];
  for (const address of addresses) {
    const { status, body, type } = await get(address);
    assert.deepEqual(
      { status, body, type },
      { status: 404, body: 'lost', type: 'text/html; charset=utf-8' },
      address,
    );
  }
});

test('nothing outside the folder is sent, and no redirect leaves the host', async (t) => {
  const { url, get } = await served(t);
  for (const path of ['/../outside.html', '/../outside', '/%2e%2e/outside.html', '//about']) {
    assert.match(await raw(url, path), /^HTTP\/1\.1 404 /, path);
  }
  assert.equal((await get('/', 'POST')).status, 405);
  assert.equal((await get('/', 'HEAD')).status, 200);
});

test('each file says what it is', async (t) => {
  const { get } = await served(t);
  const type = async (address: string) => (await get(address)).type;
  assert.equal(await type('/'), 'text/html; charset=utf-8');
  assert.equal(await type('/style.css'), 'text/css; charset=utf-8');
  assert.equal(await type('/data/articles.json'), 'application/json; charset=utf-8');
  assert.equal(
    await type('/data/references.csl.json'),
    'application/vnd.citationstyles.csl+json; charset=utf-8',
  );
  assert.equal(await type('/data/figures.csv'), 'text/csv; charset=utf-8');
  assert.equal(await type('/search/index.unknown'), 'application/octet-stream');
});

test('under a base path, only what is under it is there', async (t) => {
  const { url, get } = await served(t, '/archive/');
  assert.match(url, /^http:\/\/localhost:\d+\/archive\/$/);
  assert.equal((await get('/archive/')).body, 'home');
  assert.equal((await get('/archive/about/')).body, 'about');
  assert.equal((await get('/archive/about')).location, '/archive/about/');
  assert.equal((await get('/archive?q=1')).location, '/archive/?q=1');
  for (const address of ['/', '/about/', '/about', '/archives/', '/style.css']) {
    assert.equal((await get(address)).status, 404, address);
  }
});

test('a port that is taken is named', async (t) => {
  const { url } = await served(t);
  const port = Number(new URL(url).port);
  await assert.rejects(serve(scratchFolder(t), { port }), {
    message: new RegExp(`^Port ${port} is taken by another program: `),
  });
});

test('other machines cannot reach it', async (t) => {
  const { url } = await served(t);
  const port = Number(new URL(url).port);
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address, internal, scopeid } of addresses) {
    if (internal || scopeid) continue;
    await assert.rejects(
      once(connect(port, address), 'connect'),
      { code: 'ECONNREFUSED' },
      address,
    );
  }
});

/** The whole answer to a GET of `path` exactly as written: `fetch` would tidy it first. */
async function raw(url: string, path: string) {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  return text(socket);
}
