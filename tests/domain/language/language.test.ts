import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, labelLanguage } from '../../../src/domain/language/language.ts';

const DIRECTIONS: [lang: string, direction: 'ltr' | 'rtl'][] = [
  ['en', 'ltr'],
  ['pt-BR', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['ar', 'rtl'],
  ['ar-SA', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az-Latn', 'ltr'],
  ['ar-Latn', 'ltr'],
];

for (const [lang, direction] of DIRECTIONS) {
  test(`${lang} is written ${direction}`, () => assert.equal(directionOf(lang), direction));
}

const LABELS: [article: string | undefined, site: string, label: string | undefined][] = [
  [undefined, 'en', undefined],
  ['en', 'en', undefined],
  ['en-GB', 'en', undefined],
  ['en', 'en-GB', undefined],
  ['ar', 'en', 'en'],
  ['ar', 'en-GB', 'en-GB'],
];

for (const [article, site, label] of LABELS) {
  test(`in ${article ?? 'no language of its own'} labels of a site in ${site} are ${label ? `marked ${label}` : 'not marked'}`, () => {
    assert.equal(labelLanguage(article, site), label);
  });
}
