import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { checkHosted } from '../../../src/fixity/hosted.ts';
import { filesIn } from '../../../src/fixity/site-paths.ts';
import { redirectLines } from '../../../src/hosting/host-rules.ts';
import { type Served, serve } from '../../../src/hosting/serve/server.ts';
import { ARCHIVES, distOf, type TestArchive } from '../../support/archives.ts';
import {
  type Answer,
  type Ask,
  packed,
  serverAt,
  startProgram,
  workerOf,
} from '../../support/packed.ts';
import { findHost, type HostName, startHost } from '../../support/web-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuttings-packed-'));
const ends: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

/** What the plain site answers, and its packed form. */
interface Pair {
  archive: TestArchive;
  plain: (path: string) => Promise<Answer>;
  folder: string;
}

async function pairOf(archive: TestArchive): Promise<Pair> {
  const served: Served = await serve(distOf(archive), { port: 0, base: archive.base });
  ends.push(() => served.close());
  const into = join(folder, archive.name);
  await packed(archive, into);
  const ask = serverAt(new URL(served.url).origin);
  const known = new Map<string, Answer>();
  const plain = async (path: string) => {
    const answer = known.get(path) ?? (await ask(path));
    known.set(path, answer);
    return answer;
  };
  return { archive, plain, folder: into };
}

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** Every address of a site at which something is, and many at which nothing is. */
function addresses({ name, base }: TestArchive): string[] {
  const dist = distOf(ARCHIVES[name as keyof typeof ARCHIVES]);
  const all = filesIn(dist).map((path) => base + encoded(path));
  const [inner, files] = [
    all.filter((path) => path.endsWith('/index.html')),
    all.filter((path) => !path.endsWith('/index.html')),
  ];
  // A page is asked for by the address of its folder; some also by their own, and without the slash.
  const pages = inner.map((path) => path.slice(0, -'index.html'.length));
  const others = inner.filter((_, at) => at % 5 === 0);
  const moved = redirectLines(readFileSync(join(dist, '_redirects'), 'utf8')).flatMap(
    // Of lines for many, one that they take, and one that lies too deep.
    ({ from }) => [from, from.replace(/:(\w+)/g, 'x-$1'), from.replace(/:(\w+)/g, 'x/$1')],
  );
  const odd = [
    'nothing',
    'nothing/',
    'index.html/',
    'people/index.htm',
    'people//',
    '%2e%2e/etc/passwd',
    'people/%2e%2e/',
    'people/..%2f',
    'people%2F',
    'people%5c',
    '%00',
    '%zz',
    '%ed%a0%80',
    '%D9%86%D9%87%D8%B1/',
    '.git/config',
    '.well-known/x',
    'packs/root.json',
    'packs/worker.js',
    'PEOPLE/',
    'people/constructor/',
    '__proto__/',
    '_astro/gone.css',
    'search/gone/x.json',
    '~',
    'zzz/',
  ];
  return [
    ...files,
    ...pages,
    ...others,
    ...others
      .map((path) => path.replace(/\/index\.html$/, '?a=b'))
      .filter((path) => path !== '?a=b'),
    ...moved,
    ...odd.map((path) => base + path),
    base.slice(0, -1) || '/?a=b',
    '/elsewhere/',
    `/${base}index.html`,
  ];
}

const OWN_HEADERS = [
  'content-type',
  'cache-control',
  'location',
  'content-security-policy',
  'access-control-allow-origin',
  'permissions-policy',
];

/** What must be the same of two answers. */
function told({ status, headers, body }: Answer) {
  const content = headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body;
  return { status, headers: OWN_HEADERS.map((name) => headers.get(name)), content };
}

/** Holds what a handler answers to what the plain site does, at each address. */
async function compare(pair: Pair, ask: Ask, paths: readonly string[], isCompressed: boolean) {
  let compressed = 0;
  for (const path of paths) {
    const headers: [string, string][] = isCompressed ? [['Accept-Encoding', 'br, gzip;q=0.5']] : [];
    const [plain, given] = await Promise.all([pair.plain(path), ask(path, headers)]);
    const [one, other] = [told(plain), told(given)];
    assert.deepEqual({ ...other, content: 0 }, { ...one, content: 0 }, path);
    assert.ok(one.content.equals(other.content), `${path} has other bytes`);
    if (given.headers.has('content-encoding')) compressed += 1;
  }
  assert.equal(compressed > 0, isCompressed);
}

/** Some of them: how a file is answered does not depend on where the packed site lies. */
const some = (paths: readonly string[]) =>
  paths.filter((path, at) => at % 4 === 0 || !/\.(?:html|json)$|\/$/.test(path));

// A browser sends no dots that lead up, and Cloudflare’s addresses have none.
const asSent = (paths: readonly string[]) =>
  paths.filter((path) => new URL(`https://archive.example${path}`).pathname === path.split('?')[0]);

describe('a packed site is answered as the plain one is, at every address', () => {
  let based: Pair;
  before(async () => {
    based = await pairOf(ARCHIVES.based);
  });

  // The fifth, holms, has nothing that these have not.
  for (const archive of [ARCHIVES.based, ARCHIVES.isles, ARCHIVES.imported, ARCHIVES.empty])
    test(`${archive.name}: by a Worker of Cloudflare with its static files`, async () => {
      const pair = archive === ARCHIVES.based ? based : await pairOf(archive);
      const paths = asSent(addresses(archive));
      assert.ok(paths.length > 50);
      await compare(pair, await workerOf(pair.folder, 'assets'), paths, true);
    });

  test('by handlers that are one file each: the Worker imports nothing, the program what Node has', () => {
    const importsOf = (file: string) =>
      [
        ...readFileSync(join(based.folder, file), 'utf8').matchAll(/^import .* from "(.*)";$/gm),
      ].map(([, from]) => from);
    assert.deepEqual(importsOf('packs/worker.js'), []);
    const program = importsOf('packs/server.mjs');
    assert.ok(program.length > 0 && program.every((from) => from?.startsWith('node:')));
  });

  test('by a Worker with a bucket of R2', async () => {
    const paths = some(asSent(addresses(based.archive)));
    await compare(based, await workerOf(based.folder, 'bucket'), paths, false);
  });

  test('by the program, of a folder and of an address', async () => {
    const paths = some(addresses(based.archive));
    const program = await startProgram(based.folder);
    ends.push(program.stop);
    const ask = serverAt(`http://127.0.0.1:${program.port}`);
    await compare(based, ask, paths, true);
    const url = new URL(based.archive.base, `http://127.0.0.1:${program.port}`);
    // It asks for every file.
    const { held, differences, unserved } = await checkHosted(url);
    assert.deepEqual(differences, []);
    assert.equal(held + unserved.length + 1, filesIn(distOf(based.archive)).length);
    const lying = await serve(based.folder, { port: 0 });
    ends.push(() => lying.close());
    const afar = await startProgram(based.folder, lying.url);
    ends.push(afar.stop);
    await compare(based, serverAt(`http://127.0.0.1:${afar.port}`), paths, false);
  });

  for (const name of ['nginx', 'caddy'] satisfies HostName[]) {
    const found = findHost(name);
    test(`by ${name} before the program, with the configuration that is shipped`, {
      skip: found === undefined && `there is no ${name} here`,
    }, async () => {
      const program = await startProgram(based.folder);
      ends.push(program.stop);
      const own = mkdtempSync(join(tmpdir(), 'cuttings-host-'));
      const host = await startHost(name, found ?? '', program.port, own);
      ends.push(host.stop);
      const ask = serverAt(`https://localhost:${host.https}`);
      // It refuses some addresses itself, with an answer of its own.
      const all = addresses(based.archive).filter((path) => !/%(?:00|zz)|\.\.|%2e/.test(path));
      const paths = some(all);
      await compare(based, ask, paths, true);
      for (const path of ['/archive/%00', '/archive/%zz', '/archive/../../etc/passwd'])
        assert.ok((await ask(path)).status >= 400, path);
      rmSync(own, { recursive: true, force: true });
    });
  }
});
