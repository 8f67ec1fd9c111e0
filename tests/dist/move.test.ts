import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readArchive } from '../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../src/content/store/archive-store.ts';
import { recordPath } from '../../src/domain/url.ts';
import { ARCHIVES, distOf, readBuilt, type TestArchive } from '../support/archives.ts';
import { elements, pagesOf } from '../support/pages.ts';
import { scratchFolder } from '../support/scratch.ts';

const redirectsOf = (archive: TestArchive) =>
  readBuilt(archive, '_redirects').split('\n').filter(Boolean);

/** The lines for files that lay beside each article, and beside the feed of each name. */
const formerFilesLed = ({ base }: TestArchive) => [
  ...['ris', 'bib', 'csl.json'].map(
    (ending) => `${base}:year/:month/:day/:slug/cite.${ending} ${base}:year/:month/:day/:slug/ 301`,
  ),
  ...['people', 'places', 'organisations'].flatMap((kind) =>
    ['rss', 'json'].map(
      (form) => `${base}${kind}/:id/feed.${form} ${base}${kind}/:id/feed.atom 301`,
    ),
  ),
];

/** The lines that stay with each feed of a name that is there. */
const feedsKept = (archive: TestArchive) =>
  globSync('{people,places,organisations}/*/feed.atom', { cwd: distOf(archive) })
    .map((path) => `${archive.base}${path} ${archive.base}${path} 200`)
    .toSorted();

/** The lines for the feed of a name that has none. */
const withoutFeed = ({ base }: TestArchive) =>
  ['people', 'places', 'organisations'].map(
    (kind) => `${base}${kind}/:id/feed.atom ${base}${kind}/:id/ 302`,
  );

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
      for (const { id, entry } of articles)
        for (const old of entry.formerly)
          assert.equal(
            readBuilt(archive, `${old.slice(1)}index.json`),
            readBuilt(archive, `${id}/index.json`),
          );
      const lines = redirectsOf(archive);
      const kept = lines.filter((line) => line.endsWith(' 200'));
      assert.ok(kept.length > 0, 'the archive has feeds of names');
      assert.deepEqual(kept.toSorted(), feedsKept(archive));
      assert.deepEqual(lines, [
        ...expected.map((paths) => `${paths.join(' ')} 301`).toSorted(),
        ...kept,
        ...formerFilesLed(archive),
        ...withoutFeed(archive),
      ]);
    });
  }

  test('where references and feeds lay once, hosts lead to what there is now', () => {
    assert.deepEqual(redirectsOf(ARCHIVES.empty), [
      ...formerFilesLed(ARCHIVES.empty),
      ...withoutFeed(ARCHIVES.empty),
    ]);
  });
});
