import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ARCHIVES, distOf, type TestArchive } from '../support/archives.ts';
import { elements, leadsOn, type Page, pagesOf } from '../support/pages.ts';

/** One first flight of TCP: ten segments of 1,460 bytes. */
const FIRST_FLIGHT = 14_600;

const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;

function stylesOf(page: Page, archive: TestArchive): number {
  const links = elements(page.tree, ({ properties }) => `${properties['rel']}` === 'stylesheet');
  return links.reduce((sum, { properties }) => {
    const file = `${properties['href']}`.slice(archive.base.length);
    return sum + gzipped(readFileSync(join(distOf(archive), file)));
  }, 0);
}

const articles = (archive: TestArchive) =>
  pagesOf(archive).filter(({ path }) => /\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/.test(path));

describe('the article page is light', () => {
  test('an article of some paragraphs, HTML and CSS, in one first flight', () => {
    for (const page of articles(ARCHIVES.holms)) {
      const weight = gzipped(page.html) + stylesOf(page, ARCHIVES.holms);
      assert.ok(weight <= FIRST_FLIGHT, `${page.path} weighs ${weight} bytes`);
    }
  });

  test('any, less the words it has to say', () => {
    for (const page of articles(ARCHIVES.holms)) {
      if (leadsOn(page)) continue;
      const data = readFileSync(join(distOf(ARCHIVES.holms), page.path, 'index.json'), 'utf8');
      const { paragraphs = [] } = JSON.parse(data) as { paragraphs?: { text: string }[] };
      const words = gzipped(paragraphs.map(({ text }) => text).join('\n'));
      const rest = gzipped(page.html) + stylesOf(page, ARCHIVES.holms) - words;
      // A long text has a link a paragraph besides its words; 40 bytes each is what hashes cost.
      const allowed = FIRST_FLIGHT - 4000 + paragraphs.length * 60;
      assert.ok(rest <= allowed, `${page.path} weighs ${rest} bytes without its words`);
    }
  });
});
