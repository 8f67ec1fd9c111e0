import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { idsFile, type Manifest, releasePath, wordsPath } from '../../src/domain/search/layout.ts';
import { textNames as namesInBrowser } from '../../src/domain/search/text-names.ts';
import { textNames } from '../../src/outputs/search-index/pagefind-file.ts';
import { distOf, FILLED, readBuilt } from '../support/archives.ts';
import { pagesOf } from '../support/pages.ts';

const TOMBSTONE = /<meta name="robots" content="noindex"/;

describe('the search index holds what is published, and nothing else', () => {
  for (const archive of FILLED) {
    test(archive.name, () => {
      const published = pagesOf(archive)
        .filter(({ path, html }) => /\/\d{2}\/\d{2}\/[^/]+\/$/.test(path) && !TOMBSTONE.test(html))
        .map(({ path }) => path.slice(archive.base.length, -1));
      const manifest: Manifest = JSON.parse(readBuilt(archive, 'search/archive.json'));
      const folder = releasePath(manifest.release);
      const read = (path: string) => JSON.parse(readBuilt(archive, folder + path));
      const ids: string[] = read(idsFile(0));
      const files = Math.ceil(manifest.articles / ids.length);
      const found = Array.from({ length: files }, (_, file) => read(idsFile(file))).flat();
      assert.deepEqual(found.toSorted(), published.toSorted());
      const pages = manifest.words.flatMap(({ folder }) => {
        const entry = readBuilt(archive, `${wordsPath(folder)}pagefind-entry.json`);
        const { languages } = JSON.parse(entry) as {
          languages: Record<string, { page_count: number }>;
        };
        return Object.values(languages).map(({ page_count }) => page_count);
      });
      assert.equal(
        pages.reduce((sum, count) => sum + count, 0),
        published.length,
      );
      assert.ok(published.length > 0);
    });
  }
});

describe('the names of the texts of an index are the same to the build and to a browser', () => {
  for (const archive of FILLED) {
    test(archive.name, () => {
      const manifest: Manifest = JSON.parse(readBuilt(archive, 'search/archive.json'));
      const names = manifest.words.flatMap(({ folder, texts }) => {
        const file = readFileSync(join(distOf(archive), wordsPath(folder), texts));
        assert.deepEqual(namesInBrowser(gunzipSync(file)), textNames(file));
        return textNames(file);
      });
      assert.equal(names.length, manifest.articles);
    });
  }
});
