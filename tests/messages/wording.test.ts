import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from '../../src/domain/figures/figure.ts';
import { boundsInWords, counted, figureDetails, number } from '../../src/messages/wording.ts';

test('numbers are written as the language does', () => {
  assert.equal(number(2700, 'en'), '2,700');
  assert.equal(number(2700, 'de'), '2.700');
  assert.equal(counted(1, 'article', 'articles', 'en'), '1 article');
  assert.equal(counted(0, 'article', 'articles', 'en'), '0 articles');
  assert.equal(counted(1200, 'article', 'articles', 'en'), '1,200 articles');
});

// biome-ignore format: a table, a case a row
const BOUNDS: [bounds: Pick<Figure, 'low' | 'best' | 'high'>, qualifier: Figure['qualifier'], words: string][] = [
  [{ best: 2700 }, 'exact', '2,700'],
  [{ best: 2700 }, 'about', 'about 2,700'],
  [{ low: 2700 }, 'moreThan', 'more than 2,700'],
  [{ low: 2700 }, 'atLeast', '2,700 or more'],
  [{ high: 200 }, 'nearly', 'fewer than 200'],
  [{ high: 200 }, 'upTo', '200 or fewer'],
  [{ low: 10, high: 20 }, 'range', '10 to 20'],
  [{ low: 10, best: 12, high: 20 }, 'range', '10 to 20, most likely 12'],
  [{ low: 10, best: 12 }, 'atLeast', '10 or more, most likely 12'],
  [{ best: 12, high: 20 }, 'upTo', '20 or fewer, most likely 12'],
  [{ low: 12, high: 12 }, 'exact', '12'],
  [{ low: 12, best: 12, high: 12 }, 'exact', '12'],
  [{ best: 0 }, 'exact', '0'],
  [{}, 'vague', 'no number'],
];

for (const [bounds, qualifier, words] of BOUNDS)
  test(`${JSON.stringify(bounds)}, ${qualifier}, is “${words}”`, () =>
    assert.equal(boundsInWords({ ...bounds, qualifier }, 'en'), words));

test('details are told in short phrases, only those that are stated', () => {
  const figure: Figure = {
    ...{ id: 'missing', measure: 'missing', best: 12, qualifier: 'exact', asStated: 'twelve' },
    ...{ group: { label: 'people', status: 'unknown' }, place: 'port-ansel' },
    ...{ countType: 'incident', asOf: '2031-04-02', countedBy: 'unknown' },
  };
  assert.deepEqual(figureDetails(figure, 'en-GB'), ['one event']);
  const period = { start: '2031-04-01', end: '2031-04-02' };
  const more: Figure = {
    ...figure,
    countType: 'cumulative',
    period,
    cause: 'the storm',
    actor: 'the sea',
  };
  assert.deepEqual(figureDetails(more, 'en-GB'), [
    ...['total so far, 1 Apr 2031 to 2 Apr 2031', 'cause: the storm', 'attributed to the sea'],
  ]);
});
