import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { mediumFilePath, mediumSharePath, renditionPath } from '../../../src/domain/url.ts';
import { makeMedia } from '../../../src/outputs/media/making.ts';
import type { MediumSource } from '../../../src/outputs/media/medium-parts.ts';
import { mediumSources } from '../../../src/outputs/media/sources.ts';
import { landscape, mediumOf } from '../../support/media.ts';
import { scratchFolder } from '../../support/scratch.ts';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** A site in memory: what was made from what, and its files. */
function siteIn(cache: string) {
  const files = new Map<string, Uint8Array>();
  const inputs = new Map<string, string>();
  const make = async (sources: readonly MediumSource[], code = 'code') => {
    const written: string[] = [];
    const told: [number, number][] = [];
    const encoded = await makeMedia(sources, cache, code, {
      isDue: (path, input) => {
        const isDue = inputs.get(path) !== input;
        inputs.set(path, input);
        return isDue;
      },
      write: (path, bytes) => {
        written.push(path);
        files.set(path, bytes);
      },
      at: (done, all) => told.push([done, all]),
    });
    return { encoded, written, told };
  };
  return { files, make, forget: () => inputs.clear() };
}

const kept = (cache: string) => readdirSync(join(cache, 'encodings'));

test('nothing is encoded twice: not unchanged, not with the site gone, not for other words', async (t) => {
  const folder = scratchFolder(t);
  const photo = async (shade: number, fields: Record<string, unknown> = {}) => {
    const bytes = await landscape(90 + shade, 60)
      .jpeg()
      .toBuffer();
    const facts = { type: 'image/jpeg', width: 90 + shade, height: 60 } as const;
    return mediumOf(folder, `${shade}.jpg`, bytes, facts, { licence: LICENCE, ...fields });
  };
  const [one, two, three] = [await photo(1), await photo(2), await photo(3)];
  const site = siteIn(folder);
  const first = await site.make([one, two]);
  assert.equal(first.encoded, 2);
  assert.deepEqual(first.told.at(-1), [2, 2]);
  const paths = ['avif', 'webp', 'jpg'].map((ending) => renditionPath(one.medium.id, 91, ending));
  for (const path of [
    ...paths,
    mediumSharePath(one.medium.id),
    mediumFilePath(one.medium.id, 'jpg'),
  ])
    assert.ok(site.files.has(path), path);

  assert.deepEqual(await site.make([one, two]).then(({ encoded, written }) => [encoded, written]), [
    0,
    [],
  ]);
  const before = new Map(site.files);
  site.forget();
  const again = await site.make([one, two]);
  assert.deepEqual([again.encoded, again.written.length], [0, first.written.length]);
  assert.deepEqual(site.files, before);

  // The credit is written into the JPEG files, and into no other.
  const renamed = await photo(1, { creditLine: 'Bo Lind' });
  const credited = await site.make([renamed, two]);
  assert.equal(credited.encoded, 0);
  assert.deepEqual(
    credited.written.toSorted(),
    [paths[2], mediumSharePath(one.medium.id), mediumFilePath(one.medium.id, 'jpg')].toSorted(),
  );

  assert.equal((await site.make([one, three])).encoded, 1);
  assert.equal(kept(folder).length, 2, 'what no medium names any more is let go of');
  site.forget();
  assert.equal((await site.make([one, three], 'other code')).encoded, 2);
});

test('what is kept and spoilt is encoded anew, with the same bytes', async (t) => {
  const folder = scratchFolder(t);
  const bytes = await landscape(90, 60).png().toBuffer();
  const source = mediumOf(folder, 'a.png', bytes, { type: 'image/png', width: 90, height: 60 });
  const site = siteIn(folder);
  await site.make([source]);
  const whole = new Map(site.files);
  const [name = ''] = kept(folder);
  const file = join(folder, 'encodings', name);
  const written = readFileSync(file);
  const torn = Buffer.from(written);
  torn[torn.length - 9] = (torn[torn.length - 9] ?? 0) ^ 1;
  for (const spoilt of [torn, written.subarray(0, 200), Buffer.alloc(0)]) {
    writeFileSync(file, spoilt);
    site.forget();
    assert.equal((await site.make([source])).encoded, 1);
    assert.deepEqual(site.files, whole);
  }
});

test('a saved picture says whose it is', async (t) => {
  const folder = scratchFolder(t);
  const bytes = await landscape(90, 60).jpeg().toBuffer();
  const rights = {
    creator: 'Ada <Varga> & "Bo"',
    copyrightNotice: '© 2031 The Isles Post',
    licence: LICENCE,
  };
  const source = mediumOf(
    folder,
    'a.jpg',
    bytes,
    { type: 'image/jpeg', width: 90, height: 60 },
    rights,
  );
  const site = siteIn(folder);
  await site.make([source]);
  const { id } = source.medium;
  for (const path of [
    renditionPath(id, 90, 'jpg'),
    mediumSharePath(id),
    mediumFilePath(id, 'jpg'),
  ]) {
    const { xmp, iptc } = await sharp(site.files.get(path)).metadata();
    const said = `${xmp}`;
    assert.match(said, /<photoshop:Credit>Ada Varga \/ The Isles Post<\/photoshop:Credit>/);
    assert.match(said, /Ada &#60;Varga&#62; &#38; &#34;Bo&#34;/);
    assert.match(said, /<xmpRights:WebStatement>https:\/\/creativecommons.org/);
    for (const words of [
      'Ada <Varga> & "Bo"',
      '© 2031 The Isles Post',
      'Ada Varga / The Isles Post',
    ])
      assert.ok(iptc?.includes(words), words);
  }
  // Nobody is called “unknown”.
  const nobody = mediumOf(
    folder,
    'a.jpg',
    bytes,
    { type: 'image/jpeg', width: 90, height: 60 },
    { creditLine: 'unknown' },
  );
  await site.make([nobody]);
  assert.equal(
    (await sharp(site.files.get(renditionPath(id, 90, 'jpg'))).metadata()).xmp,
    undefined,
  );
});

test('only what is published is made: a file once, a withheld one not', (t) => {
  const folder = scratchFolder(t);
  mkdirSync(join(folder, 'articles'));
  const { medium } = mediumOf(folder, 'a.jpg', Buffer.from('one'), {
    type: 'image/jpeg',
    width: 9,
    height: 9,
  });
  const other = mediumOf(folder, 'b.jpg', Buffer.from('two'), {
    type: 'image/jpeg',
    width: 9,
    height: 9,
  }).medium;
  const withheld = {
    ...other,
    withheld: { date: '2031-04-02', reason: 'A court says so.', otherThan: [] },
  };
  const entry = (media: (typeof medium)[], more = {}) => ({
    withheld: [],
    draft: false,
    media,
    ...more,
  });
  const sources = mediumSources(folder, [
    { id: '2031/04/02/one', entry: entry([medium, withheld]) },
    { id: '2031/04/03/two', entry: entry([{ ...medium, kind: 'facsimile' }]) },
    {
      id: '2031/04/04/three',
      entry: entry([other], { withdrawn: { date: '2031-05-01', reason: 'Wrong.' } }),
    },
    { id: '2031/04/05/four', entry: entry([other], { draft: true }) },
  ]);
  assert.deepEqual(
    sources.map((one) => [one.medium.id, one.medium.kind, one.path]),
    [[medium.id, 'facsimile', join(folder, 'articles/2031/04/03/a.jpg')]],
  );
});

test('what was encoded of one picture is never taken for that of another', async (t) => {
  const folder = scratchFolder(t);
  const photo = async (name: string, red: number) => {
    const bytes = await sharp({
      create: { width: 90, height: 60, channels: 3, background: { r: red, g: 90, b: 90 } },
    })
      .jpeg()
      .toBuffer();
    return mediumOf(folder, name, bytes, { type: 'image/jpeg', width: 90, height: 60 });
  };
  const media = [await photo('red.jpg', 250), await photo('green.jpg', 10)];
  const site = siteIn(folder);
  await site.make(media);
  const before = new Map(site.files);
  const [one = '', other = ''] = kept(folder);
  const at = (name: string) => join(folder, 'encodings', name);
  const bytes = readFileSync(at(one));
  writeFileSync(at(one), readFileSync(at(other)));
  writeFileSync(at(other), bytes);
  site.forget();
  assert.equal((await site.make(media)).encoded, 2);
  assert.deepEqual(site.files, before);
});
