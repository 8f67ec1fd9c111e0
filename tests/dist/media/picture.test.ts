import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { toString as textOf } from 'hast-util-to-string';
import { ARCHIVES, FILLED, readBuilt } from '../../support/archives.ts';
import { elements, pagesOf } from '../../support/pages.ts';

describe('pictures of a built archive', () => {
  test('a picture of several articles has caption and day of the same one, the earliest that has a caption', () => {
    const list = load(readBuilt(ARCHIVES.isles, 'media/photographs/index.html'));
    const tile = list('.tile').filter((_, one) => list(one).text().includes('The fishing fleet'));
    assert.equal(tile.find('time').attr('datetime'), '2031-04-03');
    const days = list('.tile time')
      .map((_, one) => list(one).attr('datetime'))
      .get();
    assert.deepEqual(days, days.toSorted().toReversed());
  });

  for (const archive of FILLED) {
    const pageAt = (path: string) =>
      pagesOf(archive).find((page) => page.path === archive.base + path);
    const articles: { url: string; date: string; places: string[] }[] = JSON.parse(
      readBuilt(archive, 'data/articles.json'),
    );

    test(`${archive.name}: the bars of the first page lead to months, and are as long as these have articles`, () => {
      const home = pageAt('');
      assert.ok(home);
      const bars = elements(
        home.tree,
        ({ tagName, properties }) =>
          tagName === 'a' && /\/\d{4}\/\d{2}\/$/.test(`${properties['href']}`),
      );
      const counts = Map.groupBy(articles, ({ date }) => date.slice(0, 7));
      assert.equal(bars.length, counts.size);
      const lengths = bars.map((bar) => {
        const [, year, month] = /(\d{4})\/(\d{2})\/$/.exec(`${bar.properties['href']}`) ?? [];
        const count = counts.get(`${year}-${month}`)?.length ?? 0;
        assert.match(`${bar.properties['ariaLabel']}`, new RegExp(`\\b${count} article`));
        const [, drawn] = bar.children.filter(
          (child) => 'tagName' in child && child.tagName === 'rect',
        );
        return [
          count,
          Number(drawn && 'properties' in drawn ? drawn.properties['height'] : 0),
        ] as const;
      });
      for (const [count, length] of lengths) {
        assert.ok(length >= 2, 'every month with an article can be seen');
        for (const [other, otherLength] of lengths)
          if (count > other) assert.ok(length >= otherLength);
      }
    });

    test(`${archive.name}: a map names its places, draws them within its sides, and says whose borders it has`, () => {
      const figures = pagesOf(archive).flatMap((page) =>
        elements(page.tree, ({ properties }) => [properties['className']].flat().includes('map')),
      );
      for (const figure of figures) {
        const within = (name: string) =>
          elements({ type: 'root', children: [figure] }, ({ tagName }) => tagName === name);
        const [svg] = within('svg');
        const [, , width = 0, height = 0] = `${svg?.properties['viewBox']}`.split(' ').map(Number);
        for (const { properties } of within('circle')) {
          assert.ok(Number(properties['cx']) >= 0 && Number(properties['cx']) <= width);
          assert.ok(Number(properties['cy']) >= 0 && Number(properties['cy']) <= height);
        }
        // Each dot is a link to its place for whoever points at it, and no stop for whoever goes by keyboard.
        assert.equal(within('a').length, within('circle').length);
        for (const { properties } of within('a')) {
          assert.match(`${properties['href']}`, /\/places\/[a-z0-9-]+\/$/);
          assert.equal(properties['tabIndex'], -1);
        }
        const [caption] = within('figcaption');
        assert.match(caption ? textOf(caption) : '', /^\s*Map: ./);
        assert.equal(within('img')[0]?.properties['loading'], 'lazy');
        assert.equal(within('figcaption').length, 1);
      }
      if (archive.name !== 'imported') assert.ok(figures.length > 0);
    });
  }
});
