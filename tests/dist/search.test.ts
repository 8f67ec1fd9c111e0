import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { base32 } from '@scure/base';
import {
  type Manifest,
  SHARDS_PATH,
  SORTS,
  shardName,
  wordsPath,
} from '../../src/domain/search/layout.ts';
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
      const inSort = (sort: (typeof SORTS)[number]) => {
        const names: string[] = [];
        for (let at = 0; ; at++) {
          const name = shardName(manifest, sort, at);
          if (name === undefined) return names;
          names.push(name);
        }
      };
      const found = inSort('ids').flatMap((name): string[] =>
        JSON.parse(readBuilt(archive, SHARDS_PATH + name)),
      );
      // Each file is named, by what is in it, and no other is there.
      const named = SORTS.flatMap(inSort);
      assert.deepEqual(
        readdirSync(join(distOf(archive), SHARDS_PATH)).toSorted(),
        named.toSorted(),
      );
      for (const name of named) {
        const digest = hash('sha256', readBuilt(archive, SHARDS_PATH + name), 'buffer');
        const [, said] = /-([a-z2-7]{6})\.json$/.exec(name) ?? [];
        const encoded = base32.encode(digest.subarray(0, 5)).toLowerCase();
        assert.equal(said, encoded.slice(0, 6), name);
      }
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
