import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ARCHIVES, readBuilt, type TestArchive } from '../support/archives.ts';
import { elements, leadsOn, pagesOf } from '../support/pages.ts';

/** The pages that look words up: those alone have code of their own. */
const SEARCHES = /\/(search\/|search\/many\/|verify\/|404\.html)$/;
/** The page from which citations are copied: a script of its own, and nothing that searches. */
const COPIES = /\/cite\/$/;
/** The pages of scans: a script that opens a viewer when it is asked to. */
const ZOOMS = /<scan-viewer /;
/** Pages with a sound or film alone may play one. */
const PLAYS = /<(?:audio|video) /;

/** The bytes, packed, of scripts and of those that they import at once. */
function weightOf(archive: TestArchive, scripts: readonly string[]): number {
  const loaded = new Set(scripts);
  let bytes = 0;
  for (const script of loaded) {
    const code = readBuilt(archive, script.slice(archive.base.length));
    bytes += gzipSync(code).length;
    for (const [, other = ''] of code.matchAll(/from"\.\/([^"]+)"/g))
      loaded.add(`${archive.base}_astro/${other}`);
  }
  return bytes;
}

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

    test(`${archive.name}: reading needs no script, and has one of the search box alone, of two kilobytes`, () => {
      const scripts = new Set<string>();
      for (const page of pagesOf(archive)) {
        if (SEARCHES.test(page.path) || COPIES.test(page.path) || leadsOn(page)) continue;
        if (ZOOMS.test(page.html)) continue;
        const all = elements(page.tree, ({ tagName }) => tagName === 'script');
        const code = all.filter(({ properties }) => !/json$/.test(`${properties['type'] ?? ''}`));
        const [first, ...others] = code.map(({ properties }) => `${properties['src']}`);
        assert.deepEqual(others, [], page.path);
        assert.match(first ?? '', /\/_astro\/Masthead\./, page.path);
        scripts.add(first ?? '');
      }
      assert.equal(scripts.size, 1);
      assert.ok(weightOf(archive, [...scripts]) <= 2048);
    });
  }
});
