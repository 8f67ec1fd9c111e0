import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { toString as textOf } from 'hast-util-to-string';
import type { Figure } from '../../src/domain/figures/figure.ts';
import { ARCHIVES, readBuilt, type TestArchive } from '../support/archives.ts';
import { elements, type Page, pagesOf } from '../support/pages.ts';

interface ClaimRecord {
  claim: string;
  figure: Figure;
  sentence: string;
  url: string;
  paragraphUrl: string;
  article: { url: string };
}

const claimsOf = (archive: TestArchive): ClaimRecord[] =>
  JSON.parse(readBuilt(archive, 'data/figures.json'));
const pathOf = (address: string) => new URL(address).pathname;
const pageAt = (archive: TestArchive, path: string): Page => {
  const page = pagesOf(archive).find((one) => one.path === path);
  assert.ok(page, path);
  return page;
};
const linksTo = (page: Page, path: string) =>
  elements(page.tree, ({ tagName, properties }) => tagName === 'a' && properties['href'] === path);
const below = (archive: TestArchive, folder: string) =>
  pagesOf(archive).filter(({ path }) => path.startsWith(`${archive.base}${folder}`));

describe('the claims of a built archive', () => {
  for (const archive of [ARCHIVES.holms, ARCHIVES.isles, ARCHIVES.based]) {
    test(`${archive.name}: each is a row of its article, and its words are marked and lead to it`, () => {
      const claims = claimsOf(archive);
      assert.ok(claims.length > 5);
      for (const { figure, url, paragraphUrl, sentence } of claims) {
        const page = pageAt(archive, pathOf(url));
        const [row] = elements(
          page.tree,
          ({ properties }) => properties['id'] === `f-${figure.id}`,
        );
        assert.ok(row && textOf(row).includes(sentence), `${url}: ${sentence}`);
        const links = linksTo(page, `#f-${figure.id}`).filter(({ properties }) =>
          String(properties['className']).includes('to-figure'),
        );
        assert.equal(links.length, 1, url);
        const [block] = elements(
          page.tree,
          ({ properties }) => `#${properties['id']}` === new URL(paragraphUrl).hash,
        );
        assert.ok(
          block &&
            elements({ type: 'root', children: [block] }, (one) => one === links[0]).length === 1,
          url,
        );
      }
    });

    test(`${archive.name}: each is found by what, where, who, by whom and when, and among all`, () => {
      for (const { figure, url } of claimsOf(archive)) {
        const path = `${pathOf(url)}#f-${figure.id}`;
        const found = (folder: string) =>
          below(archive, folder).some((page) => linksTo(page, path).length > 0);
        for (const folder of [
          'figures/',
          `figures/measure/${figure.measure}/`,
          `figures/place/${figure.place}/`,
          `figures/place/${figure.place}/${figure.measure}/`,
          `figures/counter/${figure.countedBy}/`,
          `figures/date/${figure.asOf.slice(0, 4)}/`,
          `figures/date/${figure.asOf.slice(0, 7)}/`,
        ])
          assert.ok(found(folder), `${folder} has ${path}`);
        if (figure.place !== 'unknown') assert.ok(found(`places/${figure.place}/`), path);
        if (figure.countedBy !== 'unknown')
          assert.ok(found(`organisations/${figure.countedBy}/`), path);
      }
    });

    test(`${archive.name}: each is an Observation of schema.org, its ends as they are`, () => {
      for (const { figure, url, sentence } of claimsOf(archive)) {
        const page = pageAt(archive, pathOf(url));
        const [script] = elements(
          page.tree,
          ({ properties }) => properties['type'] === 'application/ld+json',
        );
        const [json] = script?.children ?? [];
        const article = JSON.parse(json?.type === 'text' ? json.value : '');
        const one = article.mentions.find((item: { '@id': string }) => item['@id'] === url);
        assert.deepEqual(
          [
            one['@type'],
            one.observationDate,
            one.value,
            one.minValue,
            one.maxValue,
            one.description,
          ],
          ['Observation', figure.asOf, figure.best, figure.low, figure.high, sentence],
        );
      }
    });

    test(`${archive.name}: each drawing says in words what it shows, and the table stands under it`, () => {
      const drawings = below(archive, 'figures/place/').flatMap((page) =>
        elements(
          page.tree,
          ({ tagName, properties }) => tagName === 'svg' && properties['viewBox'] !== '0 0 40 16',
        ).map((svg) => ({ page, svg })),
      );
      assert.ok(drawings.length > 0);
      for (const { page, svg } of drawings) {
        const [title, text] = ['title', 'desc'].map((name) =>
          svg.children.find((child) => child.type === 'element' && child.tagName === name),
        );
        assert.ok(title?.type === 'element' && textOf(title).length > 5, page.path);
        assert.ok(text?.type === 'element' && /claim.*, as of /.test(textOf(text)), page.path);
        assert.ok(elements(page.tree, ({ tagName }) => tagName === 'table').length > 0, page.path);
        assert.ok(!/NaN|undefined|Infinity/.test(page.html), page.path);
      }
    });
  }

  test('the first page of all claims is light', () => {
    for (const archive of [ARCHIVES.holms, ARCHIVES.isles])
      assert.ok(gzipSync(pageAt(archive, `${archive.base}figures/`).html).length < 40_000);
  });

  test('claims of counters that differ stand side by side', () => {
    const pages = below(ARCHIVES.holms, 'figures/place/').filter(
      ({ tree }) => elements(tree, ({ properties }) => properties['id'] === 'latest').length > 0,
    );
    assert.ok(pages.length > 0);
    for (const { tree, path } of pages) {
      const [table] = elements(tree, ({ tagName }) => tagName === 'table');
      const rows = table
        ? elements({ type: 'root', children: [table] }, ({ tagName }) => tagName === 'tr')
        : [];
      assert.ok(rows.length >= 3, path);
    }
  });
});
