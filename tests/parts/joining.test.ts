import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { termsOf } from '../../src/content/reading/start.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { partsIn } from '../../src/parts/joining.ts';
import { takeFiles } from '../../src/parts/part-files.ts';
import { describePart, partManifestOf } from '../../src/parts/part-manifest.ts';
import {
  refuseForeign,
  refusePartsPlace,
  refuseSiteAmongParts,
} from '../../src/parts/part-place.ts';
import { siteBase } from '../../src/site-address.ts';
import { scratchFolder } from '../support/scratch.ts';

const { code } = termsOf(siteBase());

/** A folder with a part. */
function place(t: TestContext, name: string, terms: string) {
  const folder = scratchFolder(t);
  const part = join(folder, name);
  mkdirSync(join(part, 'encodings'), { recursive: true });
  writeFileSync(join(part, 'articles-0123456789ab.sqlite'), 'articles');
  writeFileSync(join(part, 'encodings', 'a'.repeat(40)), 'pictures');
  return { folder, part, said: describePart(part, { terms, articles: 2 }) };
}

test('parts are found by the names of their folders', (t) => {
  const { folder, said } = place(t, '1-of-2', code);
  mkdirSync(join(folder, 'notes'));
  const [part, ...more] = partsIn(folder, 'parts');
  assert.deepEqual(part?.files, said.files);
  assert.equal(more.length, 0);
});

test('a part that was changed, or is not whole, is refused', (t) => {
  for (const path of ['articles-0123456789ab.sqlite', 'part.json', `encodings/${'a'.repeat(40)}`]) {
    const { folder, part } = place(t, '1-of-2', code);
    writeFileSync(join(part, path), '{}');
    assert.throws(() => partsIn(folder, 'parts'), /1-of-2 is not whole, or not as it was made\./);
  }
});

test('a part of other code, settings or address is refused', (t) => {
  const { folder } = place(t, '1987-03', 'other');
  assert.throws(
    () => partsIn(folder, 'parts'),
    /1987-03 was made by other code, with other settings/,
  );
});

test('where there are no parts, how to make them is said', (t) => {
  assert.throws(() => partsIn(scratchFolder(t), 'parts'), /There are no parts in parts: make them/);
});

test('what a part says of itself leads nowhere else', (t) => {
  const { said } = place(t, '1-of-2', code);
  assert.deepEqual(partManifestOf(JSON.stringify(said)), said);
  const [file] = said.files;
  for (const path of ['../articles-0123456789ab.sqlite', '/etc/passwd', 'encodings/../x', 'other'])
    assert.equal(
      partManifestOf(JSON.stringify({ ...said, files: [{ ...file, path }] })),
      undefined,
    );
  assert.equal(partManifestOf('{'), undefined);
});

test('a part with other than one store, or with a link or pipe for a file, is not whole', (t) => {
  const { folder, part, said } = place(t, '1-of-2', code);
  assert.equal(partManifestOf(JSON.stringify({ ...said, files: [] })), undefined);
  const picture = join(part, 'encodings', 'a'.repeat(40));
  rmSync(picture);
  symlinkSync('/dev/zero', picture);
  assert.throws(() => partsIn(folder, 'parts'), /1-of-2 is not whole/);
  rmSync(join(part, 'part.json'));
  spawnSync('mkfifo', [join(part, 'part.json')]);
  assert.throws(() => partsIn(folder, 'parts'), /1-of-2 is not whole/);
});

test('of a part only what it names is taken', (t) => {
  const { folder, part } = place(t, '1-of-2', code);
  writeFileSync(join(part, 'encodings', 'other'), 'x');
  const cache = scratchFolder(t);
  takeFiles(partsIn(folder, 'parts'), cache);
  assert.deepEqual(filesIn(cache), [`encodings/${'a'.repeat(40)}`]);
});

test('a part takes the place of nothing else, and goes into no site', (t) => {
  const folder = scratchFolder(t);
  const own = join(folder, '2031');
  mkdirSync(own);
  refuseForeign(own);
  refuseForeign(join(folder, '2032'));
  writeFileSync(join(own, 'photo.txt'), 'precious');
  assert.throws(() => refuseForeign(own), /has files that are of no part/);
  refusePartsPlace(folder, 'content');
  for (const place of ['.', 'src', 'content/articles'])
    assert.throws(() => refusePartsPlace(place, 'content'), /apart from the archive/);
  writeFileSync(join(folder, 'manifest-sha256.txt'), '');
  assert.throws(() => refusePartsPlace(join(folder, 'parts'), 'content'), /in a built site/);
  for (const site of [folder, own, join(own, 'dist')])
    assert.throws(() => refuseSiteAmongParts(site, own), /take the place of its parts/);
  refuseSiteAmongParts(join(folder, 'dist'), own);
});
