import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorsIn, bylineOfAuthors } from '../../../src/domain/citation/authors.ts';

const APART: readonly (readonly [byline: string, ...authors: string[]])[] = [
  ['Jón Ásgrímsson, Ella Voss', 'Jón Ásgrímsson', 'Ella Voss'],
  ['Lene Dorrit and Jón Ásgrímsson', 'Lene Dorrit', 'Jón Ásgrímsson'],
  ['Ada Varga, K. Müller und Jan van der Meer', 'Ada Varga', 'K. Müller', 'Jan van der Meer'],
  ['Anne-Lise Kott, Ada Varga, and Ilja Brandt', 'Anne-Lise Kott', 'Ada Varga', 'Ilja Brandt'],
  ['سلمى الخطيب، نادر الحلبي', 'سلمى الخطيب', 'نادر الحلبي'],
  ['Reuters; Varga, Ada', 'Reuters', 'Varga, Ada'],
];
for (const [byline, ...authors] of APART)
  test(`“${byline}” are ${authors.length} authors`, () => {
    assert.deepEqual(authorsIn(byline), authors);
    assert.deepEqual(authorsIn(bylineOfAuthors(authors)), authors);
  });

for (const byline of [
  'Ada Varga',
  'Varga, Ada',
  'Department of Trade and Industry',
  'Ministry of Trade, Department of Mines',
  'Ada Varga, Science Editor',
  'Ada Varga, Evening Gazette',
  'Martin Kott, Jr.',
  'Marks and Sons',
  'our own correspondent',
])
  test(`“${byline}” is one`, () => assert.deepEqual(authorsIn(byline), [byline]));

test('names that commas would not part again have semicolons between', () => {
  assert.equal(bylineOfAuthors(['Ada Varga', 'Ella Voss']), 'Ada Varga, Ella Voss');
  assert.equal(bylineOfAuthors(['Ada Varga', 'Reuters']), 'Ada Varga; Reuters');
  assert.deepEqual(authorsIn(bylineOfAuthors(['Varga, Ada', 'Voss, Ella'])), [
    'Varga, Ada',
    'Voss, Ella',
  ]);
});
