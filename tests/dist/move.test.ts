import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import { recordPath } from '../../src/domain/url.ts';
import { ARCHIVES, distOf, readBuilt } from '../support/archives.ts';
import { elements, pagesOf } from '../support/pages.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('every old path leads to where it went', () => {
  for (const archive of [ARCHIVES.holms, ARCHIVES.isles, ARCHIVES.based]) {
    test(archive.name, async (t) => {
      const store = new ArchiveStore(scratchFolder(t));
      t.after(() => store.close());
      const { articles, records } = await readArchive(archive.content, archive.base, store);
      const figuresOf = (kind: string, id: string) => {
        const facet = { places: 'place', organisations: 'counter' }[kind];
        return pagesOf(archive)
          .map(({ path }) => path.slice(archive.base.length - 1))
          .filter(
            (path) => path.startsWith(`/figures/${facet}/${id}/`) && !/\/page-\d+\/$/.test(path),
          );
      };
      const expected = [
        ...articles.flatMap(({ id, entry }) => entry.formerly.map((old) => [old, `/${id}/`])),
        ...records.all.flatMap(({ kind, id, data }) =>
          data.formerly.flatMap((old) => [
            [recordPath(kind, old), recordPath(kind, id)],
            ...figuresOf(kind, id).map((path) => [path.replace(`/${id}/`, `/${old}/`), path]),
          ]),
        ),
      ].map((paths) => paths.map((path) => archive.base + `${path}`.slice(1)));
      assert.ok(expected.length > 0, 'the archive has moves');
      const pages = new Map(pagesOf(archive).map((page) => [page.path, page]));
      for (const [from = '', to = ''] of expected) {
        const page = pages.get(from);
        assert.ok(page, `${from} has a page`);
        const link = elements(page.tree, ({ properties }) => 'dataMoved' in properties);
        assert.deepEqual(
          link.map(({ properties }) => properties['href']),
          [to],
        );
        assert.match(page.html, /<meta name="robots" content="noindex">/);
        assert.ok(
          page.html.includes(`<link rel="canonical" href="${new URL(to, archive.siteUrl)}">`),
        );
        assert.ok(
          page.html.includes(`<noscript><meta http-equiv="refresh" content="0; url=${to}">`),
        );
      }
      assert.deepEqual(
        readBuilt(archive, '_redirects').split('\n').filter(Boolean),
        expected.map((paths) => `${paths.join(' ')} 301`).toSorted(),
      );
    });
  }

  test('an archive in which nothing moved has no file of redirects', () => {
    assert.ok(!existsSync(join(distOf(ARCHIVES.empty), '_redirects')));
  });
});
