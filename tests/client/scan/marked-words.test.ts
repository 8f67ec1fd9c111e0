import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryRanges } from '../../../src/client/scan/query-ranges.ts';
import { boxesIn, pageWords, textOfWords } from '../../../src/domain/media/facsimile/page-words.ts';

const at = (x: number, y: number) => ({ x, y, width: 40, height: 10 });
const page = {
  width: 1000,
  height: 1400,
  lines: [
    {
      words: [
        { text: 'Brass', boxes: [at(0, 0)] },
        { text: 'sextants', boxes: [at(50, 0)] },
      ],
    },
    { words: [{ text: 'painting', boxes: [at(100, 20), at(0, 40)] }] },
    {
      words: [
        { text: 'Łódź', boxes: [at(0, 60)] },
        { text: 'brass', boxes: [at(50, 60)] },
      ],
    },
  ],
};

test('places are those of the scan, whatever copy of it was read', () => {
  const words = pageWords(page, { width: 2000, height: 2800 });
  assert.deepEqual(words.lines[0], [
    ['Brass', 0, 0, 80, 20],
    ['sextants', 100, 0, 80, 20],
  ]);
  assert.deepEqual(words.lines[1], [['painting', 200, 40, 80, 20, 0, 80, 80, 20]]);
});

test('the words of a query are found where they stand, phrases over the end of a line too', () => {
  const words = pageWords(page, { width: 1000, height: 1400 });
  const { text } = textOfWords(words);
  assert.equal(text, 'Brass sextants\npainting\nŁódź brass');
  const found = (q: string) => boxesIn(words, queryRanges(text, q));
  assert.deepEqual(found('BRASS'), [at(0, 0), at(50, 60)]);
  assert.deepEqual(found('"sextants painting"'), [at(50, 0), at(100, 20), at(0, 40)]);
  assert.deepEqual(found('lodz'), [at(0, 60)]);
  for (const none of ['', '???', 'brig', 'sextant', '-brass', '"brass painting"'])
    assert.deepEqual(found(none), [], none);
});
