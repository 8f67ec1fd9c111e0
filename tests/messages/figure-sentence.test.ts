import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Figure, figureSchema } from '../../src/domain/figures/figure.ts';
import { formerFigure } from '../../src/domain/figures/former-figure.ts';
import { inSentence } from '../../src/domain/language/en/definite.ts';
import {
  figureSentence,
  plainSentence,
  subjectSentence,
} from '../../src/messages/figure-sentence.ts';

const names = {
  place: (id: string) => ({ 'port-ansel': 'Port Ansel', reach: 'Sallow Peninsula' })[id],
  organisation: (id: string) => ({ board: 'Harbour Board', relief: 'Lantern Relief' })[id],
};
const figure = (fields: object): Figure =>
  figureSchema.parse({
    ...{ id: 'a', measure: 'killed', qualifier: 'exact', asStated: 'dozens of them' },
    ...{ group: { label: 'sailors' }, place: 'port-ansel', countType: 'incident' },
    ...{ asOf: '2031-04-02', countedBy: 'board' },
    ...fields,
  });
const said = (fields: object) => plainSentence(figureSentence(figure(fields), names, 'en-GB'));

// biome-ignore format: a table, a case a row
const SENTENCES: [fields: object, sentence: string][] = [
  [{ best: 12 }, '12 sailors killed in Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'atLeast', low: 30 }, 'At least 30 sailors killed in Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'moreThan', low: 2700, countedBy: 'unknown' }, 'More than 2,700 sailors killed in Port Ansel, as of 2 April 2031; who counted is not stated'],
  [{ qualifier: 'nearly', high: 200, countedBy: 'relief' }, 'Nearly 200 sailors killed in Port Ansel, according to Lantern Relief, as of 2 April 2031'],
  [{ qualifier: 'upTo', high: 40, place: 'reach' }, 'Up to 40 sailors killed in the Sallow Peninsula, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'about', best: 40, place: 'unknown' }, 'About 40 sailors killed, where is not stated, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'range', low: 10, high: 20, measure: 'missing' }, '10 to 20 sailors missing in Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'range', low: 10, best: 12, high: 20 }, '10 to 20 sailors, most likely 12, killed in Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'vague' }, 'Sailors killed in Port Ansel, their number put as “dozens of them”, according to the Harbour Board, as of 2 April 2031'],
  [{ qualifier: 'vague', low: 24 }, 'Sailors killed in Port Ansel, their number put as “dozens of them” (24 or more), according to the Harbour Board, as of 2 April 2031'],
  [{ best: 12, placeRole: 'residentsOf', measure: 'displaced' }, '12 sailors displaced, residents of Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ best: 12, group: { label: 'people, sailors and cooks' } }, '12 people, sailors and cooks, killed in Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ best: 12, group: { label: 'people taken' }, measure: 'abducted' }, '12 people taken in Port Ansel, according to the Harbour Board, as of 2 April 2031'],
  [{ best: 12, reportedBy: 'relief' }, '12 sailors killed in Port Ansel, according to the Harbour Board, as reported by Lantern Relief, as of 2 April 2031'],
  [{ best: 12, reportedBy: 'relief', countedBy: 'unknown' }, '12 sailors killed in Port Ansel, as reported by Lantern Relief, as of 2 April 2031; who counted is not stated'],
];

for (const [fields, sentence] of SENTENCES)
  test(sentence, () => assert.equal(said(fields), sentence));

test('an open end never stands as a bare number', () => {
  for (const [qualifier, bound] of [
    ['atLeast', 'low'],
    ['moreThan', 'low'],
    ['nearly', 'high'],
    ['upTo', 'high'],
  ] as const)
    assert.match(said({ qualifier, [bound]: 12 }), /^(At least|More than|Nearly|Up to) 12 /);
});

test('what figures are of has no number', () => {
  const words = plainSentence(subjectSentence(figure({ best: 12 }), names));
  assert.equal(words, 'Sailors killed in Port Ansel');
});

test('names of one of a kind are said with “the”', () => {
  for (const name of [
    'US State Department',
    'Gaza Strip',
    'Ministry of Health',
    'UN',
    'United Arab Emirates',
  ])
    assert.equal(inSentence(name), `the ${name}`);
  for (const name of ['Israel', 'Hamas', 'CBS News', 'Tel Aviv', 'Saudi Arabia'])
    assert.equal(inSentence(name), name);
  assert.equal(inSentence('The Isles'), 'the Isles');
});

test('a figure before a correction is known by the fields that the correction tells', () => {
  const now = figure({ best: 12, low: 12, high: 12, asStated: 'twelve sailors' });
  const was = formerFigure(
    now,
    'best: 9; low: 9; high: 9; asStated: nine sailors; at least; of them',
  );
  assert.deepEqual(was, {
    ...now,
    best: 9,
    low: 9,
    high: 9,
    asStated: 'nine sailors; at least; of them',
  });
  const grouped = formerFigure(now, 'group: {"label":"crew","status":"unknown"}');
  assert.equal(grouped?.group.label, 'crew');
  assert.equal(formerFigure(now, 'It said nine.'), undefined);
  assert.equal(formerFigure(now, 'best: 9'), undefined, 'no sound figure');
});
