import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Claims } from '../../../src/domain/figures/claim.ts';
import { facetValues, groupSlug } from '../../../src/domain/figures/facet.ts';
import { type Figure, figureSchema } from '../../../src/domain/figures/figure.ts';
import {
  differences,
  falls,
  revisionFault,
  seriesKey,
  subjectKey,
  subjectOf,
} from '../../../src/domain/figures/series.ts';

const figure = (fields: object = {}): Figure =>
  figureSchema.parse({
    ...{ id: 'a', measure: 'killed', qualifier: 'exact', best: 12, asStated: 'twelve' },
    ...{ group: { label: 'sailors' }, place: 'port-ansel', countType: 'incident' },
    ...{ asOf: '2031-04-02', countedBy: 'board' },
    ...fields,
  });
const subject = (fields: object) => subjectKey(subjectOf(figure(fields)));

test('one thing is one measure, group and place, however the group is written', () => {
  assert.equal(
    subject({ group: { label: 'Sailors' } }),
    subject({ countedBy: 'relief', basis: 'graves' }),
  );
  for (const fields of [{ measure: 'injured' }, { place: 'quern' }, { group: { label: 'cooks' } }])
    assert.notEqual(subject(fields), subject({}));
});

test('another counter, basis or status is another series', () => {
  for (const fields of [
    { countedBy: 'relief' },
    { basis: 'graves' },
    { group: { label: 'sailors', status: 'mixed' } },
  ])
    assert.notEqual(seriesKey(figure(fields)), seriesKey(figure()));
  assert.equal(seriesKey(figure({ asOf: '2031-05-01', best: 20 })), seriesKey(figure()));
  assert.deepEqual(differences(figure(), figure({ countedBy: 'x', basis: 'y' })), [
    'countedBy',
    'basis',
  ]);
});

// biome-ignore format: a table, a case a row
const FALLS: [earlier: object, later: object, expected: boolean][] = [
  [{ best: 14 }, { best: 12 }, true],
  [{ best: 12 }, { best: 14 }, false],
  [{ best: 12 }, { best: 12 }, false],
  [{ qualifier: 'atLeast', best: undefined, low: 14 }, { qualifier: 'atLeast', best: undefined, low: 12 }, true],
  [{ best: 14 }, { qualifier: 'atLeast', best: undefined, low: 12 }, false],
  [{ qualifier: 'moreThan', best: undefined, low: 14 }, { qualifier: 'upTo', best: undefined, high: 12 }, true],
  [{ qualifier: 'range', best: undefined, low: 10, high: 20 }, { qualifier: 'range', best: undefined, low: 10, high: 18 }, true],
];

for (const [earlier, later, expected] of FALLS)
  test(`${JSON.stringify(earlier)}, then ${JSON.stringify(later)} ${expected ? 'falls' : 'does not fall'}`, () =>
    assert.equal(falls(figure(earlier), figure(later)), expected));

test('a number that falls is sound where it says why', () => {
  const later = figure({ best: 9, asOf: '2031-04-03' });
  assert.match(revisionFault(figure(), later)?.rule ?? '', /smaller says why/);
  assert.equal(revisionFault(figure(), { ...later, revisionNote: 'Three came home.' }), undefined);
});

test('groups in any script have an address, and two of them two', () => {
  const labels = [
    'sailors',
    'سكان القرية',
    '船员',
    'x'.repeat(90),
    `${'x'.repeat(89)}y`,
    'unknown',
    '!',
  ];
  const slugs = labels.map(groupSlug);
  assert.equal(new Set(slugs).size, labels.length);
  for (const slug of slugs) assert.match(slug, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test('a claim is filed by what, where, who, by whom and when', () => {
  assert.deepEqual(facetValues(figure(), 'date'), ['2031', '2031-04']);
  assert.deepEqual(facetValues(figure(), 'counter'), ['board']);
});

test('a claim is found by its article’s old path too, and knows what replaces it', () => {
  const later = figure({ id: 'b', supersedes: '2031/04/02/old#f-a', asOf: '2031-04-03' });
  const claims = new Claims([
    { id: '2031/04/02/new', data: { figures: [figure()], formerly: ['/2031/04/02/old/'] } },
    { id: '2031/04/03/calm', data: { figures: [later], formerly: [] } },
  ]);
  const [first, second] = claims.all;
  assert.ok(first && second);
  assert.equal(claims.replacedBy(second), first);
  assert.deepEqual(claims.replacementsOf(first), [second]);
  assert.deepEqual(claims.replacementsOf(second), []);
});
