import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureSchema } from '../../../src/domain/figures/figure.ts';
import { isStatedIn } from '../../../src/domain/figures/stated-words.ts';

const figure = {
  id: 'missing',
  measure: 'missing',
  qualifier: 'exact',
  asStated: 'twelve people',
  group: { label: 'people' },
  place: 'port-ansel',
  countType: 'incident',
  asOf: '2031-04-02',
  countedBy: 'unknown',
};

/** The fields at fault. */
const faults = (fields: object) =>
  figureSchema.safeParse({ ...figure, ...fields }).error?.issues.map(({ path }) => path.join('.'));

test('the status of those counted is unknown until the source says it', () => {
  assert.equal(figureSchema.parse({ ...figure, best: 12 }).group.status, 'unknown');
});

// biome-ignore format: a table, a case a row
const BOUNDS: [fields: object, expected: string[] | undefined][] = [
  [{ best: 0 }, undefined],
  [{ low: 12, best: 12, high: 12 }, undefined],
  [{ low: 12, best: 12 }, undefined],
  [{ qualifier: 'range', low: 10, high: 20 }, undefined],
  [{ qualifier: 'range', low: 10, best: 12, high: 12 }, undefined],
  [{ qualifier: 'atLeast', low: 10 }, undefined],
  [{ qualifier: 'moreThan', low: 10 }, undefined],
  [{ qualifier: 'nearly', high: 10 }, undefined],
  [{ qualifier: 'upTo', high: 10 }, undefined],
  [{ qualifier: 'about', best: 10 }, undefined],
  [{ qualifier: 'vague', low: 24, high: 60 }, undefined],
  [{ low: 10, best: 12, high: 12 }, ['best']],
  [{ low: 10 }, ['qualifier']],
  [{ low: 10, high: 20 }, ['qualifier']],
  [{ qualifier: 'range', low: 10 }, ['qualifier']],
  [{ qualifier: 'range', low: 10, high: 10 }, ['high']],
  [{ qualifier: 'atLeast', best: 10 }, ['qualifier']],
  [{ qualifier: 'atLeast', low: 10, best: 12 }, ['best']],
  [{ qualifier: 'moreThan', low: 10, high: 20 }, ['high']],
  [{ qualifier: 'nearly', low: 10, high: 20 }, ['low']],
  [{ qualifier: 'about', best: 10, high: 12 }, ['high']],
  [{ qualifier: 'vague', best: 24 }, ['best']],
  [{ qualifier: 'vague' }, undefined],
  [{}, ['qualifier']],
  [{ low: 20, high: 10 }, ['low']],
  [{ low: 12, best: 10 }, ['best']],
  [{ best: 12, high: 10 }, ['best']],
  [{ best: -1 }, ['best']],
  [{ best: 1.5 }, ['best']],
  [{ best: Number.POSITIVE_INFINITY }, ['best']],
  [{ best: '12' }, ['best']],
  [{ best: 12, bets: 12 }, ['']],
];

for (const [fields, expected] of BOUNDS)
  test(`bounds ${JSON.stringify(fields)} ${expected ? `are a fault of ${expected}` : 'are sound'}`, () =>
    assert.deepEqual(faults(fields), expected));

test('a period ends on its first day or later, and the count stands at its end or later', () => {
  const [first, last] = ['2031-04-01', '2031-04-02'];
  assert.equal(faults({ best: 1, period: { start: first, end: last } }), undefined);
  assert.equal(faults({ best: 1, period: { start: last, end: last } }), undefined);
  assert.deepEqual(faults({ best: 1, period: { start: last, end: first } }), ['period']);
  assert.deepEqual(faults({ best: 1, period: { start: first, end: '2031-04-03' } }), ['asOf']);
});

// biome-ignore format: a table, a case a row
const STATED: [text: string, asStated: string, expected: boolean][] = [
  ['In all twelve people were missing.', 'twelve people', true],
  ['Twelve people were missing.', 'twelve people', false],
  ['It was in 2013.', '13', false],
  ['It was in 2013, and 13 left.', '13', true],
  ['twelve peoples', 'twelve people', false],
  ['(“12 men”)', '“12 men”', true],
  ['1,200 left', '200 left', false],
  ['Cafe\u0301 of twelve', 'Café of twelve', true],
];

for (const [text, asStated, expected] of STATED)
  test(`“${asStated}” ${expected ? 'stands' : 'does not stand'} in “${text}”`, () =>
    assert.equal(isStatedIn(text, asStated), expected));
