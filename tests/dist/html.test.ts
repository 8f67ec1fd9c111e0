import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { ARCHIVES } from '../support/archives.ts';
import { elements, leadsOn, pagesOf } from '../support/pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // The id of a page of a scan is the fragment by which media are cut: `page=2`. HTML forbids nothing but white space.
  rules: { 'valid-id': ['error', { relaxed: true }] },
});

describe('every page is valid HTML', () => {
  for (const archive of Object.values(ARCHIVES)) {
    test(archive.name, async () => {
      const faults: string[] = [];
      for (const page of pagesOf(archive)) {
        const report = await validator.validateString(page.html, page.file);
        for (const { messages } of report.results) {
          for (const { line, column, ruleId, message } of messages) {
            faults.push(`${page.path} ${line}:${column} ${ruleId}: ${message}`);
          }
        }
      }
      assert.deepEqual(faults, []);
    });
  }
});

describe('every page says what it is', () => {
  for (const archive of Object.values(ARCHIVES)) {
    test(archive.name, () => {
      const titles = new Map<string, string>();
      for (const page of pagesOf(archive)) {
        const tags = (name: string) => elements(page.tree, ({ tagName }) => tagName === name);
        assert.equal(tags('h1').length, 1, `${page.path} has one h1`);
        assert.equal(tags('main').length, 1, `${page.path} has one main`);
        assert.ok(tags('html')[0]?.properties['lang'], `${page.path} names its language`);
        const title = /<title>(.*?)<\/title>/s.exec(page.html)?.[1] ?? '';
        assert.notEqual(title, '', `${page.path} has a title`);
        const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page.html)?.[1];
        if (page.path.endsWith('/') && !leadsOn(page)) {
          assert.equal(canonical, `${new URL(archive.siteUrl).origin}${page.path}`);
        }
        titles.set(page.path, title);
      }
      assert.ok(new Set(titles.values()).size > 5);
    });
  }
});
