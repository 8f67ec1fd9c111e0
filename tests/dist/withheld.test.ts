import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { toString as textOf } from 'hast-util-to-string';
import { filesIn } from '../../src/fixity/site-paths.ts';
import { ARCHIVES, distOf, readBuilt } from '../support/archives.ts';
import { elements, pagesOf } from '../support/pages.ts';

const ARTICLE = '2032/12/04/child-taken-off-the-ice/';
const WITHHELD = /perrin|quaile\b|orrick|كوايل الصغيرة|%d9%83%d9%88/i;
const WITHDRAWN = /quinquereme|notice that was withdrawn/i;

/** A file as text, whatever packs and hides it. */
function textIn(file: string): string {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
  return `${text}\n${text.replace(/<[^>]*>/g, '')}`;
}

describe('what is withheld', () => {
  const dist = distOf(ARCHIVES.based);
  const page = () => pagesOf(ARCHIVES.based).find(({ path }) => path.endsWith(ARTICLE));

  test('a withheld name and a withdrawn text stand in no file', () => {
    const files = filesIn(dist);
    assert.ok(files.length > 100);
    for (const file of files) {
      const text = `${file}\n${textIn(join(dist, file))}`;
      assert.doesNotMatch(text, WITHHELD, file);
      assert.doesNotMatch(text, WITHDRAWN, file);
    }
  });

  test('its reader is told what is withheld, since when and why', () => {
    const [notice] = elements(
      page()?.tree ?? { type: 'root', children: [] },
      ({ properties }) => properties['ariaLabelledBy']?.toString() === 'withheld',
    );
    const text = notice ? textOf(notice) : '';
    assert.match(text, /“\[a child\]” stands for words/);
    assert.match(text, /8 December 2032/);
    assert.match(text, /The mother of the child asked for it\./);
    assert.match(page()?.html ?? '', /<h1[^>]*>\[a child\], 9, is taken off the ice/);
  });

  test('its data say the same', () => {
    const { withheld, corrections } = JSON.parse(readBuilt(ARCHIVES.based, `${ARTICLE}index.json`));
    assert.equal(withheld.length, 4);
    assert.deepEqual(Object.keys(withheld[0]).toSorted(), ['as', 'date', 'reason']);
    for (const { became } of corrections) assert.equal(became.length, 1);
  });

  test('a withdrawn article is a notice at its address, and nothing else', () => {
    const folder = '2032/03/11/notice-withdrawn/';
    const files = filesIn(dist).filter((file) => file.includes('notice-withdrawn'));
    assert.deepEqual(files.toSorted(), [`${folder}index.html`, `${folder}index.json`]);
    assert.deepEqual(Object.keys(JSON.parse(readBuilt(ARCHIVES.based, `${folder}index.json`))), [
      'id',
      'url',
      'date',
      'withdrawn',
    ]);
    const leading = pagesOf(ARCHIVES.based).filter(
      ({ path, html }) => html.includes('notice-withdrawn/"') && !path.includes('notice-withdrawn'),
    );
    assert.deepEqual(
      leading.map(({ path }) => path),
      [],
    );
  });
});
