import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentTitle } from '../../../src/domain/article/document-title.ts';

const TITLES: [about: string, site: string, title: string][] = [
  ['Orlin', 'The Skerries Log', 'Orlin · The Skerries Log'],
  ['The Skerries Log', 'The Skerries Log', 'The Skerries Log'],
  ['غزة', 'Log', 'غزة · Log'],
  [`${'word '.repeat(10)}end`, 'Log', `${'word '.repeat(10)}end · Log`],
  [`${'word '.repeat(12)}end`, 'Log', `${'word '.repeat(10)}word… · Log`.replace(' word…', '…')],
];

for (const [about, site, title] of TITLES) {
  test(`“${about}” at “${site}” is titled “${title}”`, () => {
    assert.equal(documentTitle(about, site), title);
  });
}

test('a title has at most 60 characters, and 70 as HTML is written', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'ab &<>"\''),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 120 }), (about) => {
      const title = documentTitle(about, 'Log');
      assert.ok(title.length <= 60 && title.isWellFormed());
      const asHtml = title
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;');
      assert.ok(asHtml.length <= 70);
    }),
  );
});
