import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Findings } from '../../src/fixity/copy.ts';
import { HOST_LIMITS, HostFault } from '../../src/fixity/host-answer.ts';
import { checkHosted } from '../../src/fixity/hosted.ts';
import { MANIFEST_BYTES, manifestText, readManifest } from '../../src/fixity/manifest.ts';

const SIZES = { ...HOST_LIMITS, manifest: 20_000, file: 10_000, troubles: 4 };
const HASTE = 500;
/** For what is about time; all else has the time that it needs on a machine that has much to do. */
const HASTY = { ...SIZES, silence: HASTE, whole: HASTE };
/** The manifest may take its time, and what is asked for after it may not. */
const hastyWithFiles = () => {
  let asked = 0;
  return {
    ...SIZES,
    get whole() {
      return asked++ === 0 ? HOST_LIMITS.whole : HASTE;
    },
  };
};
/** Before a test that ought to end by itself is taken for one that does not. */
const TIMEOUT = 120_000;

type Answer = string | Buffer | ((response: ServerResponse) => void);

/** A host on this machine that answers as it is told to, and notes what it is asked. */
async function host(t: TestContext, answers: Record<string, Answer>) {
  const asked: string[] = [];
  const listener: RequestListener = ({ url = '' }, response) => {
    asked.push(url);
    const answer = answers[url];
    if (answer === undefined) response.writeHead(404).end('lost');
    else if (typeof answer === 'function') answer(response);
    else response.end(answer);
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/archive/`), asked, answers };
}

const manifest = (files: Record<string, string>) =>
  manifestText(new Map(Object.entries(files).map(([path, said]) => [path, hash('sha256', said)])));
const MANIFEST = '/archive/manifest-sha256.txt';
const told = ({ differences }: Findings) => differences.map(({ path, how }) => `${path} ${how}`);
const redirect =
  (to: string): Answer =>
  (response) =>
    response.writeHead(302, { Location: to }).end();
const endless: Answer = (response) => {
  const write = () => {
    while (!response.destroyed && response.write('a'.repeat(65_536)));
  };
  response.on('drain', write);
  write();
};
const drip: Answer = (response) => {
  const timer = setInterval(() => response.write('a'), 50);
  response.on('close', () => clearInterval(timer));
};
const PACKED = gzipSync(Buffer.alloc(200_000_000), { level: 1 });
const bomb: Answer = (response) =>
  response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(PACKED);
const silent: Answer = () => undefined;

for (const [name, answer, said] of [
  ['endless', endless, /sends more than 20000 bytes/],
  ['slower and slower', drip, /does not answer in time/],
  ['packed a thousand times', bomb, /sends more than 20000 bytes/],
  ['silent', silent, /does not answer in time/],
  ['no manifest', '<!doctype html>\n<p>Welcome</p>\n', /is no manifest: it names no file/],
  ['empty', '', /is no manifest: it names no file/],
  ['leading in circles', redirect(MANIFEST), /leads in circles/],
  ['leading to a file', redirect('file:///etc/hostname'), /out of the site, to file:/],
  ['leading above the site', redirect('/manifest-sha256.txt'), /out of the site/],
  ['leading to what is no address', redirect('http://[/'), /out of the site/],
  ['leading to a user', redirect('//ada@127.0.0.1/archive/x'), /out of the site/],
] as [string, Answer, RegExp][])
  test(`a manifest that is ${name} is not read on`, { timeout: TIMEOUT }, async (t) => {
    const { url, asked } = await host(t, { [MANIFEST]: answer });
    const limits = answer === drip || answer === silent ? HASTY : SIZES;
    const fault = await checkHosted(url, limits).catch((error) => error);
    assert.ok(fault instanceof HostFault, `${fault}`);
    assert.match(fault.message, said);
    assert.ok(asked.every((one) => one === MANIFEST));
  });

test('another host is never asked, whatever leads there', async (t) => {
  const other = await host(t, { '/archive/a.txt': 'a', [MANIFEST]: manifest({ 'a.txt': 'a' }) });
  const led = await host(t, { [MANIFEST]: redirect(`${other.url}manifest-sha256.txt`) });
  await assert.rejects(checkHosted(led.url, SIZES), /leads out of the site, to http/);
  const { port } = other.url;
  const zeros = '0'.repeat(64);
  const { url, asked } = await host(t, {
    '/archive/a.txt': redirect(`http://127.0.0.1:${port}/archive/a.txt`),
    '/archive/b.txt': redirect(`//127.0.0.1:${port}/archive/a.txt`),
    [MANIFEST]: [
      '../../secret.txt',
      `//127.0.0.1:${port}/archive/a.txt`,
      '/etc/hostname',
      'a.txt',
      'b.txt',
      'c.txt\r',
      'd\\..\\e.txt',
      `http://127.0.0.1:${port}/archive/a.txt`,
    ]
      .map((path) => `${zeros}  ${path}\n`)
      .join(''),
  });
  const findings = told(await checkHosted(url, SIZES));
  assert.equal(findings.filter((one) => one.includes('leaves the folder')).length, 4);
  assert.equal(findings.filter((one) => one.includes('which was not asked')).length, 2);
  assert.equal(findings.filter((one) => one.includes('two spaces and a path')).length, 2);
  assert.deepEqual(other.asked, []);
  assert.deepEqual(asked.toSorted(), ['/archive/a.txt', '/archive/b.txt', MANIFEST]);
});

test('a redirect within the site is followed', async (t) => {
  const files = { 'about/index.html': 'about', 'index.html': 'home' };
  const { url } = await host(t, {
    [MANIFEST]: manifest(files),
    '/archive/about/index.html': redirect('./'),
    '/archive/about/': 'about',
    '/archive/index.html': redirect('/archive/'),
    '/archive/': 'home',
  });
  assert.deepEqual(await checkHosted(url, SIZES), { held: 2, differences: [], unserved: [] });
});

test('a file that comes as it should not is named, and the rest is checked', {
  timeout: TIMEOUT,
}, async (t) => {
  const { url } = await host(t, {
    [MANIFEST]: manifest({ 'a.txt': 'a', 'c.txt': 'c', 'd.txt': 'd', 'e.txt': 'e' }),
    '/archive/a.txt': endless,
    '/archive/c.txt': bomb,
    '/archive/d.txt': 'd',
    '/archive/e.txt': (response) => response.writeHead(503).end('e'),
  });
  const findings = await checkHosted(url, SIZES);
  assert.equal(findings.held, 1);
  const [a, c, e] = told(findings).toSorted();
  assert.match(`${a}`, /^a\.txt was not had: \S+ sends more than 10000 bytes/);
  assert.match(`${c}`, /^c\.txt was not had: \S+ sends more than 10000 bytes/);
  assert.equal(e, 'e.txt is not sent: the host answered 503');
});

test('a file that does not come is named', { timeout: TIMEOUT }, async (t) => {
  const { url } = await host(t, {
    [MANIFEST]: manifest({ 'a.txt': 'a', 'b.txt': 'b' }),
    '/archive/a.txt': drip,
    '/archive/b.txt': silent,
  });
  const [a, b] = told(await checkHosted(url, hastyWithFiles())).toSorted();
  assert.match(`${a}`, /^a\.txt was not had: \S+ does not answer in time/);
  assert.match(`${b}`, /^b\.txt was not had: \S+ does not answer in time/);
});

test('a host that wastes time is given up', { timeout: TIMEOUT }, async (t) => {
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${at}.txt`, 'a']));
  const answers = Object.fromEntries(Object.keys(files).map((path) => [`/archive/${path}`, drip]));
  const { url, asked } = await host(t, { ...answers, [MANIFEST]: manifest(files) });
  await assert.rejects(checkHosted(url, hastyWithFiles()), /the 4th file that was not had/);
  assert.ok(asked.length < 40, `${asked.length}`);
});

test('a manifest of 250,000 files is read, and a hostile one is not read to its end', () => {
  const digest = hash('sha256', '');
  const paths = Array.from(
    { length: 250_000 },
    (_, at) => `2031/04/02/a-slug-of-some-length-that-an-article-has-${at}/index.html`,
  );
  const long = manifestText(new Map(paths.map((path) => [path, digest])));
  assert.ok(long.length * 3 < MANIFEST_BYTES);
  const { digests, faults } = readManifest(long, 'sha256');
  assert.deepEqual([digests.size, faults], [250_000, []]);
  const empty = readManifest('\n'.repeat(20_000_000), 'sha256');
  assert.ok(empty.faults.length < 1100);
  assert.match(`${empty.faults.at(-1)?.reason}`, /last that was read/);
  const twice = readManifest(`${digest}  a\n${digest}  a\n`, 'sha256');
  assert.equal(twice.faults[0]?.line, 2);
});

const verify = async (...args: string[]) => {
  const run = spawn(process.execPath, ['src/cli/verify.ts', ...args]);
  const [stdout, stderr] = await Promise.all([text(run.stdout), text(run.stderr)]);
  return { stdout, stderr, shown: stdout + stderr };
};

test('nothing that a host says acts on the terminal', async (t) => {
  const zeros = '0'.repeat(64);
  const { url, answers } = await host(t, {
    [MANIFEST]: `${zeros}  a\u001b[2J\u009b31m.txt\n${zeros}  b\u202egpj.exe\n${zeros}  c\u2028\u0007\n`,
  });
  const { shown, stderr } = await verify(url.href);
  assert.doesNotMatch(shown, /(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
  assert.match(stderr, /^a\[U\+001B\]\[2J\[U\+009B\]31m\.txt is missing$/m);
  assert.match(stderr, /^b\[U\+202E\]gpj\.exe is missing$/m);
  answers[MANIFEST] = redirect('http://127.0.0.1:1/\u00e9\u009b');
  const led = await verify(url.href);
  assert.doesNotMatch(led.shown, /(?!\n)[\p{Cc}\p{Cf}]/u);
  assert.match(led.stderr, /leads out of the site/);
});

test('an address that names a user, or hides something, is refused before it is asked', async () => {
  for (const address of ['https://ada:secret@archive.example/', 'https://archive.example/\u202e'])
    assert.match((await verify(address)).stderr, /^‘https:[^\u202e]+’ is no address\. /);
});
