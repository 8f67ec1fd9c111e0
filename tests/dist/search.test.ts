import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { base32 } from '@scure/base';
import { nearFileName, nearFilesOf } from '../../src/domain/search/corrections/layout.ts';
import { type Manifest, SHARDS_PATH, SORTS, shardName } from '../../src/domain/search/layout.ts';
import { WORDS_PATH } from '../../src/domain/search/words/layout.ts';
import { publishedTerms } from '../../src/outputs/search-index/words/published-terms.ts';
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
      assert.ok(published.length > 0);
    });
  }
});

describe('the index of words is of the same articles, and nothing lies beside it', () => {
  for (const archive of FILLED) {
    test(archive.name, () => {
      const manifest: Manifest = JSON.parse(readBuilt(archive, 'search/archive.json'));
      const read = new Set<string>();
      const terms = publishedTerms(manifest.words, (name) => {
        read.add(name);
        const text = readBuilt(archive, WORDS_PATH + name);
        const digest = base32.encode(hash('sha256', text, 'buffer').subarray(0, 5)).toLowerCase();
        assert.ok(name.endsWith(`-${digest.slice(0, 6)}.json`), name);
        return JSON.parse(text);
      });
      const found = new Set<number>();
      for (const { standing } of terms) for (const [article] of standing) found.add(article);
      assert.equal(found.size, manifest.articles);
      for (let number = 0; number < nearFilesOf(manifest.near); number++) {
        const name = nearFileName(manifest.near, number);
        const digest = hash('sha256', readBuilt(archive, WORDS_PATH + name), 'buffer');
        const encoded = base32.encode(digest.subarray(0, 5)).toLowerCase();
        assert.ok(name.endsWith(`-${encoded.slice(0, 6)}.json`), name);
        read.add(name);
      }
      assert.deepEqual(
        readdirSync(join(distOf(archive), WORDS_PATH)).toSorted(),
        [...read].toSorted(),
      );
    });
  }
});
