import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { pagesOf } from '../support/pages.ts';
import { referenceIn } from '../support/references.ts';

interface Item {
  URL: string;
}

const FORMS = ['ris', 'bib', 'csl.json'];

describe('references as files', () => {
  for (const archive of Object.values(ARCHIVES)) {
    const articles: { id: string; url: string }[] = JSON.parse(
      readBuilt(archive, 'data/articles.json'),
    );

    test(`${archive.name}: the page of each article holds its own, in each form`, () => {
      const pages = new Map(pagesOf(archive).map((page) => [page.path, page]));
      for (const { id, url } of articles)
        for (const form of FORMS) {
          const page = pages.get(`${archive.base}${id}/`);
          assert.ok(page, id);
          const items = new Cite(referenceIn(page, form)).data as Item[];
          assert.deepEqual(
            items.map(({ URL }) => URL),
            [url],
            `${id} ${form}`,
          );
        }
    });

    test(`${archive.name}: the marks around a title are not turned as it runs`, () => {
      let count = 0;
      for (const { path, html } of pagesOf(archive)) {
        const cited = /id="cite">Cite this<\/h2><p>(.*?)<a /s.exec(html)?.[1];
        if (cited === undefined) continue;
        assert.match(cited, /“<bdi>[^<]+<\/bdi>”, /, path);
        assert.doesNotMatch(cited, /\s,/, path);
        count += 1;
      }
      assert.ok(count >= articles.length);
    });

    test(`${archive.name}: in one file are those of all articles, each once, in each form`, () => {
      const expected = articles.map(({ url }) => url).toSorted();
      for (const form of FORMS) {
        const items = new Cite(readBuilt(archive, `data/references.${form}`)).data as Item[];
        assert.deepEqual(items.map(({ URL }) => URL).toSorted(), expected, form);
      }
    });
  }
});
