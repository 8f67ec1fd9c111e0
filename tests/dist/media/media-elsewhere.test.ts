import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { parseOpenGraph } from 'html-metadata';
import { ARCHIVES, readBuilt } from '../../support/archives.ts';
import {
  fileAt,
  mediumPages,
  pathOf,
  SHOWING,
  saidBy,
  shownArticles,
} from '../../support/media-pages.ts';
import { pagesOf } from '../../support/pages.ts';

for (const archive of SHOWING) {
  describe(`${archive.name}: pictures for others`, () => {
    test('a link to an article is shown with its picture, or with that of the archive', async () => {
      let own = 0;
      for (const { page } of shownArticles(archive)) {
        const { image } = saidBy(page);
        const graph = await parseOpenGraph(load(page.html));
        const shown = graph['image'] as unknown as { url: string; width?: string };
        const path = pathOf(`${shown.url ?? graph['image']}`);
        assert.ok(existsSync(fileAt(archive, path)), path);
        assert.equal(/\/share\.jpg$/.test(path), image !== undefined, page.path);
        if (!image) continue;
        own++;
        assert.equal(path, `${pathOf(image.url)}share.jpg`);
        assert.equal(image['@type'], 'ImageObject');
        assert.ok(existsSync(fileAt(archive, pathOf(image.contentUrl))), page.path);
      }
      assert.ok(own > 2);
    });

    test('feeds have the picture of an article with its credit, the same in every form', () => {
      const feed = JSON.parse(readBuilt(archive, 'feeds/articles.json'));
      const images = feed.items.flatMap(({ image }: { image?: string }) => image ?? []);
      assert.ok(images.length > 2);
      for (const form of ['rss', 'atom']) {
        const xml = load(readBuilt(archive, `feeds/articles.${form}`), { xml: true });
        const contents = xml('media\\:content').toArray();
        assert.deepEqual(
          contents.map((one) => xml(one).attr('url')),
          images,
          form,
        );
        for (const one of contents) {
          assert.ok(existsSync(fileAt(archive, pathOf(xml(one).attr('url') ?? ''))));
          assert.equal(xml(one).attr('medium'), 'image');
          assert.ok(xml(one).find('media\\:thumbnail').attr('url'));
          assert.ok(xml(one).find('media\\:description').text());
          assert.notEqual(xml(one).find('media\\:credit').text(), 'unknown');
        }
      }
    });

    test('the data list every medium that has a page, as JSON and as a table', () => {
      const list: { url: string; file: string; articles: string[] }[] = JSON.parse(
        readBuilt(archive, 'data/media.json'),
      );
      assert.deepEqual(
        list.map(({ url }) => pathOf(url)).toSorted(),
        mediumPages(archive)
          .filter(({ isShown }) => isShown)
          .map(({ page }) => page.path),
      );
      for (const { file } of list) assert.ok(existsSync(fileAt(archive, pathOf(file))), file);
      const table = readBuilt(archive, 'data/media.csv');
      assert.equal(table.trimEnd().split('\r\n').length, list.length + 1);
      const sitemap = readBuilt(archive, 'sitemap.xml');
      for (const { url } of list) assert.ok(sitemap.includes(`<loc>${url}</loc>`), url);
      // Of the lists by kind each that there is.
      const kinds = pagesOf(archive).flatMap(({ path }) =>
        /\/media\/(?!m-)[a-z]+\/$/.test(path) ? [path] : [],
      );
      assert.ok(kinds.length > 1);
      for (const path of kinds) assert.ok(sitemap.includes(`${path}</loc>`), path);
    });
  });
}

test('an archive without media says nothing of pictures', () => {
  for (const { html, path } of pagesOf(ARCHIVES.empty))
    assert.ok(!html.includes('href="/media/"'), path);
  assert.equal(readBuilt(ARCHIVES.empty, 'data/media.json'), '[\n]\n');
});
