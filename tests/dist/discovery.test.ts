import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { parseAtomFeed } from 'feedsmith';
import { parseDublinCore, parseHighwirePress, parseOpenGraph } from 'html-metadata';
import { JSDOM } from 'jsdom';
import { distOf, FILLED, readBuilt } from '../support/archives.ts';
import { leadsOn, pagesOf } from '../support/pages.ts';

const ARTICLE = /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/;

describe('how others find what the archive has', () => {
  for (const archive of FILLED) {
    const inside = (address: string) => `/${new URL(address).pathname.slice(archive.base.length)}`;
    const isThere = (path: string) => existsSync(join(distOf(archive), path, 'index.html'));
    const articles = () =>
      pagesOf(archive)
        .filter((page) => !leadsOn(page) && !/name="robots" content="noindex"/.test(page.html))
        .map(({ path }) => `/${path.slice(archive.base.length)}`)
        .filter((path) => ARTICLE.test(path) && !/\/page-\d+\/$/.test(path));

    test(`${archive.name}: the sitemap leads to pages alone, and to every article`, () => {
      const { document } = new JSDOM(readBuilt(archive, 'sitemap.xml'), { contentType: 'text/xml' })
        .window;
      const paths = [...document.querySelectorAll('url > loc')].map((loc) =>
        inside(loc.textContent ?? ''),
      );
      for (const path of paths) assert.ok(isThere(path), path);
      assert.deepEqual(
        paths.filter((path) => ARTICLE.test(path)).toSorted(),
        articles().toSorted(),
      );
    });

    test(`${archive.name}: the feed leads to articles`, () => {
      const feed = JSON.parse(readBuilt(archive, 'feeds/articles.json'));
      for (const { url } of feed.items) assert.ok(isThere(inside(url)), url);
    });

    test(`${archive.name}: each name with five articles or more has a feed that leads to articles which its page lists`, () => {
      const sitemap = readBuilt(archive, 'sitemap.xml');
      const names = [
        ...sitemap.matchAll(/<loc>([^<]*\/(?:people|places|organisations)\/[^/<]+\/)</g),
      ].map(([, home = '']) => inside(home).slice(1));
      const listed: { [kind: string]: unknown }[] = JSON.parse(
        readBuilt(archive, 'data/articles.json'),
      );
      const isFiled = (path: string) => {
        const [kind = '', id] = path.split('/');
        return (one: (typeof listed)[number]) =>
          [one[kind], one['about']].flat().some((named) => named === id);
      };
      const followed = names.filter((path) => listed.filter(isFiled(path)).length >= 5);
      const linked = names.filter((path) =>
        readBuilt(archive, `${path}index.html`).includes(`${path}feed.atom`),
      );
      const there = names.filter((path) => existsSync(join(distOf(archive), `${path}feed.atom`)));
      const { document } = new JSDOM(readBuilt(archive, 'feeds/names.opml'), {
        contentType: 'text/xml',
      }).window;
      const inList = [...document.querySelectorAll('outline[xmlUrl]')].map((outline) =>
        inside(outline.getAttribute('xmlUrl') ?? '').slice(1, -'feed.atom'.length),
      );
      for (const found of [linked, there, inList])
        assert.deepEqual(found.toSorted(), followed.toSorted());
      assert.ok(followed.length > 0 && followed.length < names.length);
      for (const path of followed) {
        const { entries = [], links } = parseAtomFeed(readBuilt(archive, `${path}feed.atom`));
        const self = links?.find(({ rel }) => rel === 'self')?.href ?? '';
        assert.equal(inside(self), `/${path}feed.atom`);
        const page = readBuilt(archive, `${path}index.html`);
        for (const url of entries.flatMap((entry) => entry.links?.[0]?.href ?? []))
          assert.ok(page.includes(`href="${new URL(url).pathname}"`), `${path}: ${url}`);
        assert.ok(entries.length > 0, path);
      }
    });

    test(`${archive.name}: corrections have a feed in three forms, of the same`, () => {
      const { items } = JSON.parse(readBuilt(archive, 'corrections/feed.json'));
      const rss = new JSDOM(readBuilt(archive, 'corrections/feed.rss'), {
        contentType: 'text/xml',
      });
      const guids = [...rss.window.document.querySelectorAll('guid')].map((one) => one.textContent);
      assert.deepEqual(
        items.map(({ id }: { id: string }) => id),
        guids,
      );
    });

    test(`${archive.name}: each article tells reference managers which newspaper’s article it is`, async () => {
      for (const path of articles()) {
        const page = load(readBuilt(archive, `${path.slice(1)}index.html`));
        // What Zotero goes by, read by the program that reads pages for Wikipedia’s references.
        const [dublinCore, highwire, openGraph] = [
          await parseDublinCore(page),
          await parseHighwirePress(page),
          await parseOpenGraph(page),
        ];
        const { citation: item, source } = JSON.parse(
          readBuilt(archive, `${path.slice(1)}index.json`),
        );
        const day = item.issued['date-parts'][0]
          .map((part: number) => `${part}`.padStart(2, '0'))
          .join('-');
        const byline = item.author?.[0].literal;
        // That the archive holds a copy of the text, or the record of it alone.
        const holding = item.archive ?? item.source;
        const [first, last] = item.page?.split('–') ?? [];
        assert.deepEqual(
          dublinCore,
          {
            type: 'newspaperArticle',
            title: item.title,
            date: day,
            ...(item.language && { language: item.language }),
            // Else the site’s own name is taken for the newspaper’s.
            ...(holding && { source: source.publisher }),
          },
          path,
        );
        assert.deepEqual(
          highwire,
          {
            title: item.title,
            ...(byline && { author: byline }),
            date: day,
            ...(item.language && { language: item.language }),
            ...(item.volume && { volume: item.volume }),
            ...(item.issue && { issue: item.issue }),
            ...(first && { firstpage: first }),
            ...(last && { lastpage: last }),
            public_url: item.URL,
          },
          path,
        );
        assert.equal(openGraph['type'], 'article');
        assert.equal(openGraph['url'], item.URL);
        assert.equal(openGraph['site_name'] === item['container-title'], !holding);
        assert.equal(inside(item.URL), path);
      }
    });
  }
});
