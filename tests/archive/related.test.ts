import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueName } from '../../src/archive/catalogue-name.ts';
import { directionOf, labelLanguage } from '../../src/archive/language.ts';
import { LOOKED_AT, related } from '../../src/archive/related.ts';

test('those that share the most names come first, the latest of them before the others', () => {
  const shared = related('own', [['c', 'own', 'b', 'a'], ['b', 'own'], ['d']], 3);
  assert.deepEqual(shared, [
    { article: 'b', shared: 2 },
    { article: 'c', shared: 1 },
    { article: 'a', shared: 1 },
  ]);
  assert.deepEqual(related('own', [['own'], []], 3), []);
});

test('only the latest articles of a name are looked at', () => {
  const many = Array.from({ length: LOOKED_AT + 1 }, (_, index) => `${index}`);
  assert.equal(related('own', [many], 999).length, LOOKED_AT);
});

test('a record of another catalogue is called by its name there', () => {
  assert.equal(catalogueName('https://www.wikidata.org/wiki/Q1'), 'Wikidata Q1');
  assert.equal(catalogueName('https://viaf.org/viaf/1/'), 'VIAF 1');
  assert.equal(catalogueName('https://holms.example/names/1'), 'holms.example/names/1');
});

test('Arabic, Hebrew and Urdu run from right to left', () => {
  for (const lang of ['ar', 'he', 'ur', 'fa-IR']) assert.equal(directionOf(lang), 'rtl', lang);
  for (const lang of ['en', 'ja', 'az-Latn']) assert.equal(directionOf(lang), 'ltr', lang);
});

test('labels say their language where the article has another', () => {
  assert.equal(labelLanguage('ar', 'en-GB'), 'en-GB');
  assert.equal(labelLanguage('en', 'en-GB'), undefined);
  assert.equal(labelLanguage(undefined, 'en-GB'), undefined);
});
