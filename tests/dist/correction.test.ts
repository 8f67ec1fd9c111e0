import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { parseAtomFeed } from 'feedsmith';
import { toString as textOf } from 'hast-util-to-string';
import { JSDOM } from 'jsdom';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { elements, type Page, pagesOf } from '../support/pages.ts';

interface Corrected {
  id: string;
  corrections: { date: string; note: string; was?: string; text?: string; became: string[] }[];
  paragraphs: { id: string }[];
}

const idsOf = (page: Page) =>
  elements(page.tree, ({ properties }) => properties['id'] !== undefined).map(
    ({ properties }) => `${properties['id']}`,
  );

const articlesOf = (archive: (typeof ARCHIVES)['holms']) =>
  pagesOf(archive).flatMap((page) => {
    const path = page.path.slice(archive.base.length);
    if (!/^\d{4}\/\d{2}\/\d{2}\/(?!page-)[^/]+\/$/.test(path)) return [];
    try {
      const data: Corrected = JSON.parse(readBuilt(archive, `${path}index.json`));
      // At an address that an article had before, its data stand beside a page that leads on.
      return data.corrections && path === `${data.id}/` ? [{ page, data }] : [];
    } catch {
      return [];
    }
  });

describe('what was corrected', () => {
  for (const archive of [ARCHIVES.holms, ARCHIVES.isles, ARCHIVES.based]) {
    const corrected = () => articlesOf(archive).filter(({ data }) => data.corrections.length > 0);

    test(`${archive.name}: every old paragraph has its place on its page, once, and every id is one`, () => {
      assert.ok(corrected().length > 0);
      for (const { page, data } of corrected()) {
        const ids = idsOf(page);
        assert.deepEqual(ids, [...new Set(ids)], page.path);
        for (const { was, text } of data.corrections) {
          if (!was || !/^[pf]-/.test(was)) continue;
          assert.ok(ids.includes(was), `${page.path}#${was}`);
          if (was.startsWith('p-'))
            assert.ok(textOf(page.tree).includes(`${text}`), `${page.path} says what it said`);
        }
      }
    });

    test(`${archive.name}: a figure that was corrected says in a sentence what it was`, () => {
      for (const { page, data } of corrected())
        for (const { was, text } of data.corrections.filter(({ was }) => was?.startsWith('f-'))) {
          const number = /best: (\d+)/.exec(text ?? '')?.[1];
          const said = elements(page.tree, ({ tagName }) => tagName === 'q').map(textOf);
          assert.ok(
            said.some((words) => words.trim().startsWith(`${number} `)),
            `${page.path}#${was}`,
          );
        }
    });

    test(`${archive.name}: its schema.org data say so`, () => {
      for (const { page, data } of corrected()) {
        const [script] = elements(
          page.tree,
          ({ properties }) => properties['type'] === 'application/ld+json',
        );
        const [json] = script?.children ?? [];
        const article = JSON.parse(json?.type === 'text' ? json.value : '');
        assert.equal(article['@type'], 'NewsArticle');
        assert.equal(new URL(article.url).pathname, page.path);
        assert.deepEqual(
          article.correction.map((one: { text: string }) => one.text).toSorted(),
          data.corrections.map(({ note }) => note).toSorted(),
        );
      }
    });

    test(`${archive.name}: all corrections are in the list, and the latest in the feed`, () => {
      const all = corrected().flatMap(({ data }) => data.corrections);
      const lists = pagesOf(archive).filter(({ path }) =>
        path.startsWith(`${archive.base}corrections/`),
      );
      const html = lists.map((page) => page.html).join('');
      for (const { note } of all) assert.ok(html.includes(note), note);
      const xml = readBuilt(archive, 'corrections/feed.xml');
      const { window } = new JSDOM('');
      const document = new window.DOMParser().parseFromString(xml, 'application/xml');
      assert.equal(document.querySelector('parsererror'), null);
      const feed = parseAtomFeed(xml);
      assert.equal(feed.entries?.length, all.length);
      assert.ok(feed.id && feed.title && feed.updated && feed.authors?.length);
      const ids = feed.entries?.map(({ id }) => id);
      assert.equal(new Set(ids).size, all.length);
      const days = feed.entries?.map(({ updated }) => `${updated}`) ?? [];
      assert.deepEqual(days, days.toSorted().toReversed());
      for (const entry of feed.entries ?? []) {
        const link = new URL(entry.links?.[0]?.href ?? '');
        const page = pagesOf(archive).find(({ path }) => path === link.pathname);
        assert.ok(page && (!link.hash || idsOf(page).includes(link.hash.slice(1))), link.href);
      }
    });
  }

  test('that a picture was swapped is told at the new one, on its page and in the list', () => {
    const [path, id, was] = ['2031/11/01/lamp-relit/', 'm-6lsjqv3bdmo2', 'm-aaaaaaaaaaaa'];
    const article = load(readBuilt(ARCHIVES.isles, `${path}index.html`));
    assert.match(article(`#${id} a[href="#corrections"]`).text(), /Corrected\s+4 November 2031/);
    const notice = article(`#${was}`);
    assert.match(notice.text(), /A picture or other medium stood here:\s*A tower by day\./);
    assert.equal(notice.find('a').attr('href'), `#${id}`);
    const own = load(readBuilt(ARCHIVES.isles, `media/${id}/index.html`));
    const said = own('section[aria-labelledby="used"]');
    assert.match(said.text(), /The drawing was of the lamp on Sallow Reach\./);
    const list = load(readBuilt(ARCHIVES.isles, 'corrections/index.html'));
    assert.equal(list(`a[href="/${path}#${id}"]`).text(), 'See the picture or recording');
  });

  test('a day that was corrected is in words, as every other day', () => {
    for (const path of ['2031/11/01/lamp-relit/', 'corrections/']) {
      const page = load(readBuilt(ARCHIVES.isles, `${path}index.html`));
      const said = page('blockquote')
        .map((_, quote) => page(quote).text().trim())
        .get();
      assert.ok(said.includes('31 October 2031'), path);
    }
    assert.match(
      readBuilt(ARCHIVES.isles, 'corrections/feed.xml'),
      /The date was: “31 October 2031”/,
    );
  });

  test('an archive without corrections says so', () => {
    assert.match(readBuilt(ARCHIVES.empty, 'corrections/index.html'), /Nothing has been corrected/);
    assert.deepEqual(
      parseAtomFeed(readBuilt(ARCHIVES.empty, 'corrections/feed.xml')).entries,
      undefined,
    );
  });
});
