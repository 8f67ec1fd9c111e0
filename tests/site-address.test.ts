import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteAddress, siteBase } from '../src/site-address.ts';

test('the base path is the path of SITE_URL', () => {
  assert.equal(siteBase(''), '/');
  assert.equal(siteBase('https://archive.example'), '/');
  assert.equal(siteBase('https://archive.example/archive'), '/archive/');
  assert.equal(siteBase('https://archive.example/a/b/'), '/a/b/');
});

test('SITE_URL goes before the settings of the site, and both before this machine', () => {
  assert.equal(siteAddress('', '').href, 'http://localhost:4321/');
  assert.equal(siteAddress('', 'https://archive.example/').href, 'https://archive.example/');
  assert.equal(siteAddress('https://a.example/', 'https://b.example/').href, 'https://a.example/');
});

for (const bad of [
  'archive.example',
  'ftp://archive.example/',
  'file:///srv/dist/',
  'https://ada@archive.example/',
  'https://archive.example//elsewhere.example/',
  'https://archive.example/a/../b/',
  'https://archive.example/%61/',
  'https://archive.example/نهر/',
  'https://archive.example/?q=1',
  'https://archive.example/#top',
  'https://archive.example/\n',
  'https://archive.example/\u202e/',
  'https:archive.example/',
])
  test(`an address that no site can have is refused: ${JSON.stringify(bad)}`, () => {
    assert.throws(() => siteAddress(bad), {
      message: /^SITE_URL is ‘[ -~\u0600-\u06ff]+’\. (?:An?|The) /,
    });
    assert.throws(() => siteAddress('', bad), { message: /^url in archive\.yaml is ‘/ });
  });
