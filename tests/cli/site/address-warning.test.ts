import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { warnOfAddress } from '../../../src/cli/site/address-warning.ts';
import { contentsOf, digestOf, SITE_MANIFEST } from '../../../src/fixity/copy.ts';
import { manifestText } from '../../../src/fixity/manifest.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

function siteFor(t: TestContext, address: string): string {
  const dist = join(scratchFolder(t), 'dist');
  write(dist, { 'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.xml\n` });
  const digests = contentsOf(dist).map(({ path }): [string, string] => [
    path,
    digestOf(join(dist, path), 'sha256'),
  ]);
  write(dist, { [SITE_MANIFEST]: manifestText(new Map(digests)) });
  return dist;
}

test('a site whose links lead to the machine of whoever reads it is told of, in a sentence with the fix', (t) => {
  const said = t.mock.method(console, 'error', () => undefined);
  for (const address of ['http://localhost:4321/', 'http://127.0.0.1/', 'http://[::1]:80/archive/'])
    warnOfAddress(siteFor(t, address));
  assert.equal(said.mock.callCount(), 3);
  const [sentence] = said.mock.calls[0]?.arguments ?? [];
  assert.match(
    sentence,
    /^Warning: .*http:\/\/localhost:4321\/.*: .*archive\.yaml.*SITE_URL=https:\/\/.*\.$/,
  );
  for (const address of ['https://archive.example/', 'https://localhost.example/folder/'])
    warnOfAddress(siteFor(t, address));
  warnOfAddress(scratchFolder(t));
  assert.equal(said.mock.callCount(), 3);
});

const run = (script: string, args: string[], env: object = {}) =>
  spawnSync(process.execPath, [`src/cli/${script}.ts`, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

test('a bag of such a site is written, with the warning on standard error', (t) => {
  const content = scratchFolder(t);
  write(content, { 'people/ada.yaml': 'name: Ada\n' });
  const bag = join(scratchFolder(t), 'bag');
  const dist = siteFor(t, 'http://localhost:4321/');
  const outcome = run('bag', [bag, '--dist', dist], { ARCHIVE_CONTENT: content });
  assert.deepEqual([outcome.status, outcome.stderr.match(/^Warning: /gm)?.length], [0, 1]);
  const good = run('bag', [`${bag}-2`, '--dist', siteFor(t, 'https://archive.example/')], {
    ARCHIVE_CONTENT: content,
  });
  assert.deepEqual([good.status, good.stderr], [0, '']);
});

test('a SITE_URL that is none is one sentence, and nothing is built', (t) => {
  const out = join(scratchFolder(t), 'dist');
  for (const [script, args] of [
    ['build', ['--out', out]],
    ['seal', ['--dry-run']],
  ] as const) {
    const { status, stdout, stderr } = run(script, [...args], { SITE_URL: 'archive.example' });
    assert.deepEqual([status, stdout], [1, ''], script);
    assert.match(stderr, /^SITE_URL is ‘archive\.example’\. [^\n]+\n$/, script);
  }
});

test('so is a site that is built without an address, and a zip of it', (t) => {
  const out = join(scratchFolder(t), 'dist');
  const env = { ARCHIVE_CONTENT: 'tests/fixtures/skerries', SITE_URL: '' };
  const built = run('build', ['--out', out], env);
  assert.deepEqual([built.status, built.stderr.match(/^Warning: /gm)?.length], [0, 1]);
  const zip = join(scratchFolder(t), 'archive.zip');
  const packed = run('pack', [zip, '--dist', out], env);
  assert.deepEqual([packed.status, packed.stderr.match(/^Warning: /gm)?.length], [0, 1]);
});
