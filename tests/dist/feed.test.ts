import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import { JSDOM } from 'jsdom';
import { distOf, FILLED, readBuilt } from '../support/archives.ts';

// One window reads all: to open another takes longer than to read a text.
const parser = new new JSDOM().window.DOMParser();
const textOfHtml = (html: string) => parser.parseFromString(html, 'text/html').body.textContent;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** What JSON Feed 1.1 asks of an item, as far as the archive writes one. */
interface JsonItem {
  id: string;
  url: string;
  title: string;
  content_text: string;
  date_published: string;
  date_modified: string;
}

describe('the feeds of an archive', () => {
  for (const archive of FILLED) {
    const feeds = ['changes/feed', 'corrections/feed', 'feeds/articles'];
    const ofNames = globSync('{people,places,organisations}/*/feed.atom', { cwd: distOf(archive) });

    test(`${archive.name}: each is sound, and says the same in every form`, () => {
      for (const feed of feeds) {
        const json: { version: string; title: string; home_page_url: string; items: JsonItem[] } =
          JSON.parse(readBuilt(archive, `${feed}.json`));
        assert.equal(json.version, 'https://jsonfeed.org/version/1.1');
        const ids = json.items.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, feed);
        for (const { url, title, content_text, date_published, date_modified } of json.items) {
          assert.ok(URL.canParse(url) && title && content_text, `${feed}: ${url}`);
          assert.match(date_published, RFC_3339);
          assert.ok(date_modified >= date_published);
        }
        const atomFile = feed === 'corrections/feed' ? `${feed}.xml` : `${feed}.atom`;
        for (const form of [atomFile, `${feed}.rss`]) {
          const text = readBuilt(archive, form);
          const read = parseFeed(text);
          assert.equal(read.title, json.title, form);
          assert.equal(read.url, json.home_page_url, form);
          const isRss = form.endsWith('.rss');
          const said = read.items.map(({ id, url, title, description, content, published }) => [
            id,
            url,
            title,
            isRss ? textOfHtml(description ?? '') : (content ?? description),
            published?.toISOString(),
          ]);
          const expected = json.items.map(({ id, url, title, content_text, date_published }) => [
            id,
            url,
            title,
            content_text,
            date_published,
          ]);
          assert.deepEqual(said, expected, form);
        }
      }
    });

    test(`${archive.name}: each has what its form requires, and no sign that a reader takes for a tag`, () => {
      for (const feed of feeds) {
        const rss = readBuilt(archive, `${feed}.rss`);
        assert.ok(!rss.includes('<![CDATA['), feed);
        const channel = new JSDOM(rss, { contentType: 'text/xml' }).window.document.querySelector(
          'rss[version="2.0"] > channel',
        );
        for (const name of ['title', 'link', 'description'])
          assert.ok(channel?.querySelector(`:scope > ${name}`)?.textContent, `${feed}: ${name}`);
        for (const date of channel?.querySelectorAll('pubDate') ?? [])
          assert.match(date.textContent ?? '', RFC_822);
      }
      assert.ok(ofNames.length > 0);
      for (const feed of [...feeds, ...ofNames]) {
        const named = feed === 'corrections/feed' ? `${feed}.xml` : `${feed}.atom`;
        const atom = readBuilt(archive, feed.endsWith('.atom') ? feed : named);
        assert.ok(!atom.includes('<![CDATA['), feed);
        const root = new JSDOM(atom, { contentType: 'text/xml' }).window.document.documentElement;
        assert.equal(root.namespaceURI, 'http://www.w3.org/2005/Atom');
        for (const one of [root, ...root.querySelectorAll('entry')])
          for (const name of ['id', 'title', 'updated'])
            assert.ok(one.querySelector(`:scope > ${name}`)?.textContent, `${feed}: ${name}`);
        for (const date of root.querySelectorAll('updated, published'))
          assert.match(date.textContent ?? '', RFC_3339);
        for (const entry of root.querySelectorAll('entry'))
          assert.ok(entry.querySelector('content, summary')?.textContent, feed);
        assert.ok(root.querySelector(':scope > link[rel="self"]'), feed);
        assert.ok(root.querySelector(':scope > author > name')?.textContent, feed);
      }
    });
  }
});
