import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formerAddresses } from '../../../src/domain/article/former-address.ts';

const OLD = 'https://courier.example';

/** Where these addresses of one article lead, at a site. */
const led = (urls: string[], site = `${OLD}/`, taken: string[] = []) =>
  formerAddresses(
    [{ id: '2031/04/02/lamp', data: { source: { url: urls[0], formerUrls: urls.slice(1) } } }],
    new URL(site),
    new Set(taken),
  ).map(({ path, to }) => `${path} ${to}`);

test('where an original stood at the address of the site, its path leads to the article', () => {
  assert.deepEqual(led([`${OLD}/lamp-lit/`, `${OLD}/2031/04/story-12.html`, `${OLD}/a.php`]), [
    '/2031/04/story-12.html /2031/04/02/lamp/',
    '/a.php /2031/04/02/lamp/',
    '/lamp-lit/ /2031/04/02/lamp/',
  ]);
  assert.deepEqual(led([`${OLD}/lamp/`], `${OLD}/archive/`), ['/lamp/ /2031/04/02/lamp/']);
});

test('no page of the archive is hidden by one, and no file', () => {
  const hidden = ['/', '/people', '/people/ada/', '/2031/04', '/2031/04/02/lamp/', '/robots.txt'];
  const others = ['/index.html', '/feeds/rss.xml', '/search/', '/404.html', '/_headers.txt'];
  for (const path of [...hidden, ...others]) assert.deepEqual(led([`${OLD}${path}`]), [], path);
  assert.deepEqual(led([`${OLD}/old/`], `${OLD}/`, ['/old/']), []);
  assert.deepEqual(led([`${OLD}/archive/people/`], `${OLD}/archive/`), []);
});

test('addresses of other hosts lead nowhere, nor what asks something of a server', () => {
  assert.deepEqual(led(['https://herald.example/a/', `${OLD}/?p=12`, 'urn:wire:1']), []);
});

test('what means more in a line of redirects is encoded', () => {
  assert.deepEqual(led([`${OLD}/a*b:c/`, `${OLD}/نهر/`]), [
    '/%D9%86%D9%87%D8%B1/ /2031/04/02/lamp/',
    '/a%2Ab%3Ac/ /2031/04/02/lamp/',
  ]);
});

test('a path that two articles claim leads to neither', () => {
  const source = { url: `${OLD}/lamp/` };
  const articles = ['a', 'b'].map((slug) => ({ id: `2031/04/02/${slug}`, data: { source } }));
  assert.deepEqual(formerAddresses(articles, new URL(`${OLD}/`), new Set()), []);
});
