import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../support/archives.ts';
import { elements, leadsOn, pagesOf } from '../support/pages.ts';

/** The pages that look words up: those alone have code. */
const SEARCHES = /\/(search\/|verify\/|404\.html)$/;
/** The page from which citations are copied: a script of its own, and nothing that searches. */
const COPIES = /\/cite\/$/;
/** The pages of scans: a script that opens a viewer when it is asked to. */
const ZOOMS = /<scan-viewer /;
/** Pages with a sound or film alone may play one. */
const PLAYS = /<(?:audio|video) /;

describe('the Content-Security-Policy of every page', () => {
  for (const archive of Object.values(ARCHIVES)) {
    test(archive.name, () => {
      for (const page of pagesOf(archive)) {
        const [policy] = elements(
          page.tree,
          ({ tagName, properties }) =>
            tagName === 'meta' && `${properties['httpEquiv']}` === 'Content-Security-Policy',
        );
        const content = `${policy?.properties['content'] ?? ''}`;
        assert.match(content, /default-src 'none'/, `${page.path} has a policy`);
        assert.doesNotMatch(content, /unsafe-inline/, page.path);
        assert.doesNotMatch(content, /unsafe-eval/, page.path);
        assert.equal(content.includes("media-src 'self'"), PLAYS.test(page.html), page.path);
        assert.doesNotMatch(content, /https?:/, `${page.path} loads from no other host`);
      }
    });

    test(`${archive.name}: nothing inline that the policy would block`, () => {
      for (const page of pagesOf(archive)) {
        for (const { tagName, properties } of elements(page.tree, () => true)) {
          assert.notEqual(tagName, 'style', page.path);
          assert.equal(properties['style'], undefined, `${page.path}: style on ${tagName}`);
          const handlers = Object.keys(properties).filter((name) => /^on[A-Z]/.test(name));
          assert.deepEqual(handlers, [], page.path);
          const data = /json$/.test(`${properties['type'] ?? ''}`);
          if (tagName === 'script' && !data)
            assert.ok(properties['src'], `${page.path}: inline script`);
        }
      }
    });

    test(`${archive.name}: reading needs no script`, () => {
      for (const page of pagesOf(archive)) {
        if (SEARCHES.test(page.path) || COPIES.test(page.path) || leadsOn(page)) continue;
        if (ZOOMS.test(page.html)) continue;
        const scripts = elements(page.tree, ({ tagName }) => tagName === 'script');
        const code = scripts.filter(
          ({ properties }) => !/json$/.test(`${properties['type'] ?? ''}`),
        );
        assert.deepEqual(code, [], page.path);
      }
    });
  }
});
