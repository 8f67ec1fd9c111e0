import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fieldsBelow } from '../../../../src/import/formats/fields/lines.ts';

suite('lines directly below a headline', () => {
  for (const [line, author] of [
    ['By Ada Varga', 'Ada Varga'],
    ['by Ada Varga and Osk de Tarn', 'Ada Varga and Osk de Tarn'],
    ['Von Jörg Brandt-Holm, Mia Osk', 'Jörg Brandt-Holm, Mia Osk'],
    ['Par Élodie Quern', 'Élodie Quern'],
    ['Por J. R. Vega y Ana del Río', 'J. R. Vega y Ana del Río'],
  ] as const)
    test(`“${line}” says who wrote it`, () => {
      assert.deepEqual(fieldsBelow([line, 'The lamp was lit.']), [['author', author]]);
    });

  for (const line of [
    'By Monday',
    'By the harbour stood Ada Varga',
    'By Ada Varga’s own account the lamp was lit.',
    'By Order Of The Harbour Board!',
    'Di notte la lampada era spenta',
    'Von der Küste bis Quern war es dunkel',
  ])
    test(`“${line}” is text`, () => assert.deepEqual(fieldsBelow([line]), []));

  test('fields and bylines stand in any order, up to the first other line', () => {
    assert.deepEqual(
      fieldsBelow(['By Ada Varga', 'Datum: 2031-04-02', 'The lamp.', 'Author: Osk Tarn']),
      [
        ['author', 'Ada Varga'],
        ['Datum', '2031-04-02'],
      ],
    );
  });
});
