import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { digestsOf, nothingMade } from '../../src/build/outputs.ts';
import { refuseIncomplete, refusePlace, SiteFault } from '../../src/build/site-fault.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { trueName } from '../../src/lock/lock-place.ts';
import { scratchFolder, write } from '../support/scratch.ts';

function madeSite(t: TestContext) {
  const folder = scratchFolder(t);
  const [site, next] = [join(folder, 'dist'), join(folder, 'next')];
  write(site, { 'kept/index.html': 'K' });
  write(next, { 'a/index.html': 'A', 'b/index.html': 'B' });
  const made = nothingMade();
  made.kept.add('kept/index.html');
  for (const path of ['kept/index.html', 'a/index.html', 'b/index.html']) made.keys.set(path, path);
  const last = new Map([['kept/index.html', ['key', 1, 1, 1, 'digest'] as const]]);
  const check = () => refuseIncomplete(next, site, made, digestsOf(next, made, last));
  return { site, next, made, last, check };
}

test('a site of which every file is there is put in place', (t) => {
  madeSite(t).check();
});

test('a site of which files are gone is not, whichever they are', (t) => {
  for (const gone of ['a/index.html', 'kept/index.html']) {
    const { site, next, check } = madeSite(t);
    for (const folder of [site, next]) rmSync(join(folder, gone), { force: true });
    assert.throws(check, (error) => {
      assert.ok(error instanceof SiteFault);
      assert.match(error.message, new RegExp(`of 3 files, and 1 of them are not .*: ${gone}\\.`));
      return true;
    });
  }
});

test('a site that holds more than its manifest is not put in place', (t) => {
  const { next, site, made, last } = madeSite(t);
  const digests = digestsOf(next, made, last);
  write(next, { 'stray.html': 'S' });
  assert.throws(() => refuseIncomplete(next, site, made, digests), /stray\.html/);
  assert.equal(filesIn(next).length, 3);
});

test('no site takes the place of what it is made of', (t) => {
  const folder = trueName(scratchFolder(t));
  const content = join(folder, 'content');
  mkdirSync(content);
  symlinkSync(content, join(folder, 'link'));
  for (const site of [
    content,
    join(content, 'dist'),
    folder,
    trueName(join(folder, 'link/dist')),
    process.cwd(),
    join(process.cwd(), 'src'),
    '/',
  ])
    assert.throws(() => refusePlace(site, content), SiteFault, site);
  refusePlace(join(folder, 'dist'), content);
  refusePlace(join(folder, 'content-dist'), content);
});
