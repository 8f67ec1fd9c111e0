import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ARCHIVES, distOf } from '../support/archives.ts';
import { startBrowser } from '../support/browser.ts';
import { findHost, type HostName, type RunningHost, startHost } from '../support/web-host.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  const asked = send(url, { headers, method, rejectUnauthorized: false }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk) => chunks.push(chunk));
    answer.on('end', () =>
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: Buffer.concat(chunks),
      }),
    );
  });
  asked.on('error', reject).end();
  return promise;
}

/** The headers that Netlify and Cloudflare Pages send with a path, as the file in `public` says. */
function headersFile(): { path: string; headers: Map<string, string> }[] {
  const rules: { path: string; headers: Map<string, string> }[] = [];
  for (const line of readFileSync('public/_headers', 'utf8').split('\n')) {
    if (line.startsWith('/')) rules.push({ path: line, headers: new Map() });
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (name && value) rules.at(-1)?.headers.set(name.toLowerCase(), value);
  }
  return rules;
}
const EVERYWHERE =
  headersFile().find(({ path }) => path === '/*')?.headers ?? new Map<string, string>();

const { holms, based } = ARCHIVES;
const [style] = globSync('_astro/Page.*.css', { cwd: distOf(holms) });
const [part] = globSync('search/words/terms-*.json', { cwd: distOf(holms) });
const [article] = globSync('2*/*/*/*/index.json', { cwd: distOf(holms) });
const [picture] = globSync('media/*/*.webp', { cwd: distOf(holms) });
const [scan] = globSync('media/*/manifest.json', { cwd: distOf(based) });
const articlePage = article?.replace('index.json', '');
const CSL = 'application/vnd.citationstyles.csl+json; charset=utf-8';
const IMMUTABLE = 'public, max-age=31536000, immutable';

describe('what the headers say, wherever they are sent', () => {
  test('no page may do more by the header than the policies of all pages say together', () => {
    const header = new Map(
      `${EVERYWHERE.get('content-security-policy')}`.split('; ').map((rule) => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources];
      }),
    );
    const plays = '2034/11/12/foghorn-heard-again/index';
    const pages = globSync(`{index,404,search/index,verify/index,cite/index,${plays}}.html`, {
      cwd: distOf(holms),
    });
    const policies = pages.map((page) =>
      /http-equiv="Content-Security-Policy" content="([^"]+)"/
        .exec(readFileSync(join(distOf(holms), page), 'utf8'))?.[1]
        ?.replaceAll('&#39;', "'"),
    );
    assert.equal(policies.length, 6);
    const needed = new Map<string, Set<string>>();
    for (const rule of policies.flatMap((policy) => policy?.split('; ') ?? [])) {
      const [name = '', ...sources] = rule.split(' ');
      for (const source of sources) needed.set(name, (needed.get(name) ?? new Set()).add(source));
    }
    for (const [name, sources] of needed)
      assert.deepEqual(header.get(name)?.toSorted(), [...sources].toSorted(), name);
    assert.deepEqual(
      [...header.keys()].filter((name) => !needed.has(name)),
      ['frame-ancestors'],
    );
  });

  test('they pass the rules that Mozilla’s Observatory has', () => {
    const policy = `${EVERYWHERE.get('content-security-policy')}`;
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|http:|https:|\*/);
    assert.match(policy, /frame-ancestors 'none'/);
    const [, age] = /max-age=(\d+)/.exec(`${EVERYWHERE.get('strict-transport-security')}`) ?? [];
    assert.ok(Number(age) >= 15_768_000);
    assert.equal(EVERYWHERE.get('x-content-type-options'), 'nosniff');
    assert.equal(EVERYWHERE.get('x-frame-options'), 'DENY');
    assert.equal(EVERYWHERE.get('referrer-policy'), 'no-referrer');
    // Scans are shown by viewers of other institutions, which ask for tiles as pictures.
    assert.equal(EVERYWHERE.get('cross-origin-resource-policy'), 'cross-origin');
    assert.ok(!EVERYWHERE.has('access-control-allow-origin'));
  });

  test('in the file of Netlify and Cloudflare Pages no header is said twice of one path', () => {
    const rules = headersFile();
    assert.ok(rules.length > 5);
    const matcher = (path: string) =>
      new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`);
    for (const path of [
      `/${style}`,
      `/${part}`,
      '/data/figures.csv',
      '/2031/04/02/a/index.json',
      '/people/a/feed.atom',
      '/corrections/feed.xml',
      '/changes/feed.json',
      '/media/m-a/pages/1/info.json',
      '/',
    ]) {
      const said = rules
        .filter((rule) => matcher(rule.path).test(path))
        .flatMap(({ headers }) => [...headers.keys()]);
      assert.equal(new Set(said).size, said.length, path);
    }
    const caching = (path: string) =>
      rules
        .filter((rule) => matcher(rule.path).test(path))
        .map(({ headers }) => headers.get('cache-control'))
        .filter(Boolean);
    assert.deepEqual(
      [caching(`/${style}`), caching(`/${part}`), caching('/search/names.json'), caching('/')],
      [[IMMUTABLE], [IMMUTABLE], [], []],
    );
  });
});

for (const name of ['nginx', 'caddy'] satisfies HostName[]) {
  const program = findHost(name);
  describe(`${name} with the configuration that is shipped`, {
    skip: program === undefined && `there is no ${name} here`,
  }, () => {
    let host: RunningHost;
    const folder = mkdtempSync(join(tmpdir(), 'cuttings-host-'));
    before(async () => {
      host = await startHost(name, program ?? '', distOf(holms), folder);
    });
    after(async () => {
      await host?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const get = (path: string, headers?: Record<string, string>, method?: string) =>
      ask(`https://localhost:${host.https}${path}`, headers, method);

    test('every answer has the headers, a missing page too', async () => {
      for (const path of ['/', `/${style}`, '/data/figures.csv', '/nothing/']) {
        const { headers } = await get(path);
        for (const [header, value] of EVERYWHERE)
          assert.equal(headers[header], value, `${path} ${header}`);
        assert.doesNotMatch(`${headers.server}`, /\d/);
        assert.equal(headers['set-cookie'], undefined);
      }
    });

    test('what text there is comes compressed, and is the same', async () => {
      for (const path of [
        '/',
        `/${style}`,
        '/data/articles.json',
        '/data/figures.csv',
        '/data/references.bib',
        '/data/references.ris',
        '/data/references.csl.json',
        '/feeds/articles.atom',
        '/sitemap.xml',
        `/${part}`,
      ]) {
        const { headers, body } = await get(path, { 'Accept-Encoding': 'gzip' });
        const file = path === '/' ? 'index.html' : path;
        assert.equal(headers['content-encoding'], 'gzip', path);
        assert.ok(gunzipSync(body).equals(readFileSync(join(distOf(holms), file))), path);
      }
    });

    test('what is named by its content is kept for good, all else is asked for again', async () => {
      for (const path of [`/${style}`, `/${part}`])
        assert.equal((await get(path)).headers['cache-control'], IMMUTABLE, path);
      for (const path of [
        '/',
        '/search/names.json',
        '/search/',
        '/data/figures.csv',
        '/_astro/gone.css',
      ]) {
        const { headers } = await get(path);
        assert.equal(headers['cache-control'], 'public, max-age=0, must-revalidate', path);
      }
      const { headers } = await get('/');
      const again = await get('/', { 'If-None-Match': `${headers.etag}` });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
    });

    test('a missing page is said to be missing, with the page for it', async () => {
      const page = readFileSync(join(distOf(holms), '404.html'));
      for (const path of [
        '/nothing',
        '/nothing/',
        '/2031/04/02/nothing/',
        '/_astro/',
        '/_headers',
        '/.git/config',
        '/%2e%2e/etc/passwd',
      ]) {
        const { status, body } = await get(path);
        assert.ok(status === 404 || (status === 400 && path.includes('%2e')), `${path} ${status}`);
        if (status === 404) assert.ok(body.equals(page), path);
      }
    });

    test('an address without its slash, or without TLS, leads to the right one', async () => {
      const { status, headers } = await get('/people?a=b');
      assert.ok([301, 308].includes(status));
      assert.match(`${headers.location}`, /^(https:\/\/localhost(:\d+)?)?\/people\/\?a=b$/);
      const plain = await ask(`http://localhost:${host.http}/people/?a=b`);
      assert.ok([301, 308].includes(plain.status));
      assert.match(`${plain.headers.location}`, /^https:\/\/localhost(:\d+)?\/people\/\?a=b$/);
    });

    test('where references and feeds lay once, it leads to what there is now', async () => {
      for (const name of ['cite.ris', 'cite.bib', 'cite.csl.json']) {
        const { status, headers } = await get(`/${articlePage}${name}`);
        assert.ok([301, 308].includes(status), `${name} ${status}`);
        const { pathname } = new URL(`${headers.location}`, `https://localhost:${host.https}`);
        assert.equal(pathname, `/${articlePage}`);
      }
      for (const form of ['rss', 'json']) {
        const { status, headers } = await get(`/people/ada-varga/feed.${form}`);
        assert.ok([301, 308].includes(status), `${form} ${status}`);
        const { pathname } = new URL(`${headers.location}`, `https://localhost:${host.https}`);
        assert.equal(pathname, '/people/ada-varga/feed.atom');
      }
      const list = await get('/data/articles-2031.json');
      assert.ok([301, 308].includes(list.status));
      const all = new URL(`${list.headers.location}`, `https://localhost:${host.https}`);
      assert.equal(all.pathname, '/data/articles.json');
      const few = await get('/people/ada-varga/feed.atom');
      assert.equal(few.status, 302);
      const page = new URL(`${few.headers.location}`, `https://localhost:${host.https}`);
      assert.equal(page.pathname, '/people/ada-varga/');
      const many = await get('/places/port-ansel/feed.atom');
      assert.equal(many.status, 200);
      assert.match(`${many.headers['content-type']}`, /^application\/atom\+xml/);
      for (const path of [
        '/corrections/feed/feed.rss',
        '/cite.ris',
        '/people/cite.ris',
        `/${articlePage}cite.txt`,
        '/2031/04/02/a%0d%0aX-Own:%20b/cite.ris',
        '/%0d%0aX-Own:%20b/2031/04/02/storm/cite.ris',
      ]) {
        const { status, headers } = await get(path);
        assert.ok(status >= 400, `${path} ${status}`);
        assert.equal(headers['x-own'], undefined);
      }
    });

    test('each file has its type, and data may be read from pages of other hosts', async () => {
      const types = {
        '/': 'text/html; charset=utf-8',
        '/data/figures.csv': 'text/csv; charset=utf-8',
        '/data/references.bib': 'application/x-bibtex; charset=utf-8',
        '/data/references.ris': 'application/x-research-info-systems; charset=utf-8',
        '/data/references.csl.json': CSL,
        '/feeds/articles.atom': 'application/atom+xml; charset=utf-8',
        '/feeds/articles.rss': 'application/rss+xml; charset=utf-8',
        '/feeds/names.opml': 'text/x-opml; charset=utf-8',
      };
      for (const [path, type] of Object.entries(types))
        assert.equal((await get(path)).headers['content-type'], type, path);
      const isOpen = async (path: string) =>
        (await get(path)).headers['access-control-allow-origin'];
      for (const path of [
        '/data/figures.csv',
        '/feeds/articles.json',
        '/corrections/feed.xml',
        '/changes/feed.json',
        `/${picture}`,
        `/${article}`,
      ])
        assert.equal(await isOpen(path), '*', path);
      for (const path of ['/', '/people/', `/${style}`])
        assert.equal(await isOpen(path), undefined, path);
    });

    test('nothing can be sent to it', async () => {
      for (const method of ['POST', 'PUT', 'DELETE'])
        assert.ok((await get('/', {}, method)).status >= 400, method);
    });

    test('pages read, search and copy under its policy', async () => {
      const browser = await startBrowser();
      try {
        const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        for (const path of ['', `${articlePage}`, 'figures/', 'places/', 'verify/'])
          await page.goto(`https://localhost:${host.https}/${path}`);
        await page.goto(`https://localhost:${host.https}/search/?q=storm`);
        await page.locator('[role=status]:has-text("found")').waitFor();
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });

    test('an archive in a folder of the host works as it does alone', async () => {
      const own = mkdtempSync(join(tmpdir(), 'cuttings-host-'));
      cpSync(distOf(based), join(own, 'root/archive'), { recursive: true });
      const other = await startHost(name, program ?? '', join(own, 'root'), own);
      try {
        const [css] = globSync('_astro/Page.*.css', { cwd: distOf(based) });
        const at = (path: string) => ask(`https://localhost:${other.https}${path}`);
        assert.equal((await at('/archive/')).status, 200);
        assert.equal((await at(`/archive/${css}`)).headers['cache-control'], IMMUTABLE);
        assert.match(`${(await at('/archive')).headers.location}`, /\/archive\/$/);
        for (const path of [
          'data/figures.csv',
          `${scan}`,
          `${scan?.replace('manifest.json', 'pages/1/info.json')}`,
        ]) {
          const { status, headers } = await at(`/archive/${path}`);
          assert.deepEqual([status, headers['access-control-allow-origin']], [200, '*'], path);
        }
      } finally {
        await other.stop();
        rmSync(own, { recursive: true, force: true });
      }
    });
  });
}
