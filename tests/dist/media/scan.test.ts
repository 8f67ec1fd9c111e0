import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { presentation3StrictUpgrade } from '@iiif/parser/strict';
import { imageInfo, serviceNames } from '../../../src/domain/media/facsimile/image-service.ts';
import type { PageWords } from '../../../src/domain/media/facsimile/page-words.ts';
import { ARCHIVES, distOf, readBuilt } from '../../support/archives.ts';

const { based } = ARCHIVES;
const DIST = distOf(based);
const ADDRESS = 'https://host.example/archive';
const json = (path: string) => JSON.parse(readBuilt(based, path));

const media = readdirSync(join(DIST, 'media')).filter((name) => name.startsWith('m-'));
const scans = media.filter((id) => existsSync(join(DIST, 'media', id, 'manifest.json')));

describe('the scans of a built archive', () => {
  test('each has a manifest of IIIF Presentation 3, to a parser that is not ours, whose pictures are there', () => {
    assert.ok(scans.length >= 2);
    for (const id of scans) {
      const manifest = json(`media/${id}/manifest.json`);
      const state = { warnings: [] as string[] };
      presentation3StrictUpgrade(structuredClone(manifest), state);
      assert.deepEqual(state.warnings, [], id);
      assert.equal(manifest.id, `${ADDRESS}/media/${id}/manifest.json`);
      assert.ok(manifest.items.length > 0);
      for (const canvas of manifest.items) {
        const [{ body }] = canvas.items[0].items;
        for (const address of [
          body.id,
          `${body.service[0].id}/info.json`,
          ...(canvas.seeAlso ?? []).map((one: { id: string }) => one.id),
        ])
          assert.ok(existsSync(join(DIST, `${address}`.slice(ADDRESS.length))), address);
        const info = json(`${body.service[0].id}/info.json`.slice(ADDRESS.length + 1));
        assert.deepEqual(
          info,
          imageInfo(body.service[0].id, { width: canvas.width, height: canvas.height }),
        );
        for (const name of serviceNames(canvas))
          assert.ok(existsSync(join(DIST, body.service[0].id.slice(ADDRESS.length), name)), name);
      }
    }
  });

  test('the words of a scan stand where it shows them, a parted word once with both its places', () => {
    const [{ id }] = json('2033/03/04/brig-fulmar-on-the-bar/index.json').media;
    const words: PageWords = json(`media/${id}/pages/1.words.json`);
    assert.deepEqual([words.width, words.height], [2000, 2800]);
    const painting = words.lines.flat().filter(([text]) => text === 'painting');
    assert.equal(painting.length, 1);
    assert.equal(painting[0]?.length, 1 + 2 * 4);
    assert.ok(!words.lines.flat().some(([text]) => text === 'ing' || text === 'paint-'));
  });

  test('what is said in a recording is in the data of its article and in its captions, without what else their file tells', () => {
    const [film, sound] = json('2033/03/07/a-bell-for-the-bar/index.json').media;
    assert.match(film.texts[0], /There she swings, & rings\./);
    assert.match(sound.texts[0], /A gull answers over the shingle\./);
    // Each part with the time at which it is heard; plain text knows no times.
    assert.equal(film.texts[0], '[A bell] There she swings, & rings.');
    assert.deepEqual(film.times, [
      { at: 0, from: 0 },
      { at: 9, from: 1 },
    ]);
    assert.equal(sound.times, undefined);
    const captions = readBuilt(based, `media/${film.id}/captions-en.vtt`);
    assert.match(captions, /^WEBVTT\n\n00:00:00\.000 --> 00:00:01\.000\n\[A bell\]\n/);
    assert.match(captions, /There she swings, &amp; rings\./);
    assert.doesNotMatch(captions, /NOTE|Made for the archive/);
  });
});
