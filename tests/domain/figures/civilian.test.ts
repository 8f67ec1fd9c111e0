import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speaksOfArmed, speaksOfCivilians } from '../../../src/domain/figures/civilian.ts';

// biome-ignore format: a table, a case a row
const TEXTS: [text: string, lang: string, expected: boolean][] = [
  ['Twelve civilians were hurt.', 'en-GB', true],
  ['Twelve non-combatants were hurt.', 'en', true],
  ['Twelve people were hurt in the civil war.', 'en', false],
  ['قتل عشرون من المدنيين', 'ar', true],
  ['قتل عشرون شخصا', 'ar', false],
  ['погибли мирные жители', 'ru', true],
  ['douze civils', 'fr', true],
  ['zwölf Zivilisten', 'de-AT', true],
  ['עשרים אזרחים', 'he', true],
  ['二十名平民', 'zh-Hans', true],
  ['二十人', 'zh', false],
  ['tolv', 'is', true],
];

for (const [text, lang, expected] of TEXTS)
  test(`“${text}” ${expected ? 'may speak' : 'does not speak'} of civilians`, () =>
    assert.equal(speaksOfCivilians(text, lang), expected));

test('people under arms are told from those who are not', () => {
  for (const words of ['civilians and soldiers', 'fighters', 'two gunmen'])
    assert.ok(speaksOfArmed(words), words);
  for (const words of ['civilians', 'non-combatants', 'fishers'])
    assert.ok(!speaksOfArmed(words), words);
});
