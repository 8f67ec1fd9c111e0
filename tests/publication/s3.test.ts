import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { NOTE } from '../../src/publication/note.ts';
import { SiteHeaders } from '../../src/publication/site-headers.ts';
import { accountIn } from '../../src/publication/stores/s3/account.ts';
import { Bucket } from '../../src/publication/stores/s3/bucket.ts';
import { S3Store } from '../../src/publication/stores/s3/s3-store.ts';
import { runNode } from '../support/command.ts';
import { HEADERS, makeSite } from '../support/published-site.ts';
import { LocalS3 } from '../support/s3.ts';
import { scratchFolder } from '../support/scratch.ts';

const CONTENT = 'tests/fixtures/empty';
const PLACE = 's3://archive/press';
const HASTE = { turns: 4, first: 1, answer: 5_000, mebibyte: 5_000 };

const publishIt = (store: LocalS3, dist: string, ...args: string[]) =>
  runNode(['src/cli/publish.ts', '--dist', dist, ...args, PLACE], {
    cwd: process.cwd(),
    env: { ...store.env, ARCHIVE_CONTENT: CONTENT },
  });

/** What the store has below the prefix, without the note and what stays for a day. */
const held = (store: LocalS3, without: RegExp = /^$/) =>
  new Map(
    [...store.objects]
      .map(([key, { content }]) => [key.replace(/^press\//, ''), content.toString()] as const)
      .filter(([path]) => path !== NOTE && !without.test(path)),
  );
const filesOf = (folder: string) =>
  new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
const sorted = (files: ReadonlyMap<string, string>) => [...files].toSorted();

const storeOf = (store: LocalS3, env: NodeJS.ProcessEnv = store.env) =>
  new S3Store(new Bucket('archive', accountIn(env), HASTE), 'press/');
const headers = new SiteHeaders(HEADERS);
const fileIn = (folder: string, path: string) => ({
  path,
  digest: createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex'),
  isPerhapsThere: false,
});

test('npm run publish: killed and run again, it goes on from there, and then has nothing to do', async (t) => {
  const store = await LocalS3.start(t);
  const folder = scratchFolder(t);
  const [one, two] = [makeSite(join(folder, 'one'), 1), makeSite(join(folder, 'two'), 2)];
  store.objects.set('press/theirs.txt', { content: Buffer.from('theirs'), headers: new Map() });

  const first = await publishIt(store, one);
  assert.equal(first.code, 0, first.stderr);
  assert.match(
    first.stdout,
    /^127 files to send, .* \(127 new, 0 changed\); 0 files to remove\.$/m,
  );
  assert.deepEqual(sorted(held(store, /^theirs/)), sorted(filesOf(one)));
  const kinds = [
    ['index.html', 'text/html; charset=utf-8', 'public, max-age=0, must-revalidate'],
    [
      'feeds/articles.atom',
      'application/atom+xml; charset=utf-8',
      'public, max-age=0, must-revalidate',
    ],
    [
      '_astro/page.v1.js',
      /^(?:text|application)\/javascript; charset=utf-8$/,
      'public, max-age=31536000, immutable',
    ],
    ['media/m-aaaaaaaaaaaa/320.avif', 'image/avif', 'public, max-age=0, must-revalidate'],
  ] as const;
  for (const [path, type, caching] of kinds) {
    const sent = store.objects.get(`press/${path}`)?.headers;
    if (typeof type === 'string') assert.equal(sent?.get('content-type'), type);
    else assert.match(`${sent?.get('content-type')}`, type);
    assert.equal(sent?.get('cache-control'), caching, path);
  }

  const dry = await publishIt(store, two, '--dry-run');
  assert.match(dry.stdout, /^new 2032\/01\/01\/only-2\/index\.html$/m);
  assert.match(dry.stdout, /^changed 2031\/01\/01\/n-63\/index\.html$/m);
  assert.match(dry.stdout, /^removed 2032\/01\/01\/only-1\/index\.html$/m);
  assert.match(dry.stdout, /1 that open pages may ask for still stay a day\. Nothing was sent\.$/m);
  assert.deepEqual(sorted(held(store, /^theirs/)), sorted(filesOf(one)));

  const most = 50;
  let changes = 0;
  const child = spawn(process.execPath, ['src/cli/publish.ts', '--dist', two, PLACE], {
    env: { ...process.env, ...store.env, ARCHIVE_CONTENT: CONTENT },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  store.refuses = ({ method }) => {
    if (method === 'PUT') changes += 1;
    if (changes === most) child.kill('SIGKILL');
    return changes >= most ? { status: 503 } : undefined;
  };
  await ended;
  assert.equal(child.signalCode, 'SIGKILL', `the publication ended before ${most} files were sent`);
  store.refuses = () => undefined;
  store.asked.length = 0;
  const last = await publishIt(store, two);
  assert.equal(last.code, 0, last.stderr);
  assert.deepEqual(sorted(held(store, /^theirs|^_astro\/page\.v1/)), sorted(filesOf(two)));
  assert.equal(held(store).get('theirs.txt'), 'theirs');
  const puts = store.asked.filter(({ method }) => method === 'PUT').length;
  assert.ok(puts < 50, `${puts} files were sent again, and most were there already`);
  assert.ok(
    store.asked.some(({ method, key }) => method === 'GET' && key === ''),
    'it asks what is there',
  );

  store.asked.length = 0;
  const again = await publishIt(store, two);
  assert.match(again.stdout, /^Nothing has changed since this site was last published/);
  assert.ok(store.asked.every(({ method }) => method === 'GET'));
});

test('what cannot be published is refused before anything is sent', async (t) => {
  const store = await LocalS3.start(t);
  const folder = scratchFolder(t);
  const site = makeSite(join(folder, 'site'), 1);
  const refused = async (said: RegExp, code: number, place = PLACE) => {
    const outcome = await runNode(['src/cli/publish.ts', '--dist', site, place], {
      cwd: process.cwd(),
      env: { ...store.env, ARCHIVE_CONTENT: CONTENT },
    });
    assert.match(outcome.stderr, said);
    assert.equal(outcome.code, code, outcome.stderr);
    assert.doesNotMatch(outcome.stdout + outcome.stderr, /AKTEST|secret\/of/);
    assert.ok(!store.asked.some(({ method }) => method !== 'GET'));
  };
  await refused(/‘ftp:\/\/host\/x’ is no place to publish to: write s3:/, 2, 'ftp://host/x');
  const ledger = '1 2031-01-01 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n';
  store.objects.set('press/ledger.txt', { content: Buffer.from(ledger), headers: new Map() });
  await refused(/has a ledger that this one does not go on from/, 1);
  writeFileSync(join(site, 'index.html'), 'changed by hand');
  await refused(/is not as it was built: index\.html differs\./, 1);
});

async function seen(t: TestContext) {
  const store = await LocalS3.start(t);
  const folder = scratchFolder(t);
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/index.html'), '<p>a</p>');
  return { store, folder, file: fileIn(folder, 'a/index.html') };
}

test('a store that is busy is asked again, and one that refuses is not', async (t) => {
  const { store, folder, file } = await seen(t);
  let turns = 0;
  store.refuses = () => (++turns < 3 ? { status: 503, code: 'SlowDown' } : undefined);
  await storeOf(store).send(folder, [file], headers, () => {});
  assert.equal(turns, 3);
  turns = 0;
  store.refuses = () => ({ status: 403, code: 'AccessDenied', turn: turns++ });
  await assert.rejects(
    storeOf(store).send(folder, [file], headers, () => {}),
    /PUT http:\S+\/archive\/press\/a\/index\.html: the store answered 403, AccessDenied\. These keys may not do this/,
  );
  assert.equal(turns, 1);
  turns = 0;
  store.refuses = () => ({ status: 500, code: 'InternalError', turn: turns++ });
  await assert.rejects(storeOf(store).read(['x']), /answered 500, InternalError\. Mend that/);
  assert.equal(turns, HASTE.turns);
});

test('a wrong key is told as one, and is not shown', async (t) => {
  const { store } = await seen(t);
  const other = storeOf(store, { ...store.env, AWS_SECRET_ACCESS_KEY: 'secret/of+others' });
  await assert.rejects(other.read(['x']), (error: Error) => {
    assert.match(error.message, /AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID/);
    assert.doesNotMatch(error.message, /AKTEST|secret\/of/);
    return true;
  });
});

test('a file that is not as the manifest says is not sent', async (t) => {
  const { store, folder, file } = await seen(t);
  writeFileSync(join(folder, file.path), '<p>b</p>');
  await assert.rejects(
    storeOf(store).send(folder, [file], headers, () => {}),
    /a\/index\.html was changed while the site was published/,
  );
  assert.equal(store.objects.size, 0);
});

test('a large file is sent from the disk, and a name with any characters is signed as it is asked for', async (t) => {
  const { store, folder } = await seen(t);
  const name = "sound (1) + é'!.wav";
  writeFileSync(join(folder, name), Buffer.alloc(5 * 2 ** 20, 'sound'));
  await storeOf(store).send(folder, [fileIn(folder, name)], headers, () => {});
  assert.equal(store.objects.get(`press/${name}`)?.content.length, 5 * 2 ** 20);
  assert.equal((await storeOf(store).read([name, 'none'])).size, 1);
  await storeOf(store).remove([name, 'none'], () => {});
  assert.equal(store.objects.size, 0);
});

test('what the environment lacks is named', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
  assert.throws(() => accountIn({}), /AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set/);
  assert.throws(() => accountIn(keys), /AWS_REGION is not set/);
  assert.throws(
    () => accountIn({ ...keys, AWS_ENDPOINT_URL: 's3.example' }),
    /AWS_ENDPOINT_URL is no address/,
  );
  const account = accountIn({ ...keys, AWS_ENDPOINT_URL: 'https://s3.example/' });
  assert.equal(account.endpoint?.host, 's3.example');
  assert.equal(accountIn({ ...keys, AWS_REGION: 'eu-north-1' }).region, 'eu-north-1');
});
