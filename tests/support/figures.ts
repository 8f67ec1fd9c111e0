import fc from 'fast-check';
import { type Figure, figureSchema } from '../../src/domain/figures/figure.ts';
import { MEASURES, QUALIFIERS } from '../../src/domain/figures/figure-count.ts';
import { STATUSES } from '../../src/domain/figures/figure-people.ts';
import { COUNT_TYPES } from '../../src/domain/figures/figure-time.ts';

// What tables, YAML and JSON mistake for something else.
const AWKWARD = [
  '=1+1',
  '+1',
  '-1',
  '@A1',
  "'=1",
  "'",
  'a,b',
  '"quoted"',
  'null',
  'true',
  '2031-04-02',
  '1e3',
  ': #',
  'ثلاثة',
  '＝1',
  '١٢',
  '007',
  '{a}',
  '- x',
  'a;b',
  '﻿a',
];
const words = fc
  .oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }))
  .map((text) => text.trim())
  .filter((text) => figureSchema.shape.asStated.safeParse(text).success);
const id = fc
  .stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}$/)
  .filter((one) => figureSchema.shape.id.safeParse(one).success);
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const count = fc.oneof(fc.nat(50), fc.nat(Number.MAX_SAFE_INTEGER));

type Bounds = Pick<Figure, 'qualifier' | 'low' | 'best' | 'high'>;

const bounds: fc.Arbitrary<Bounds> = fc
  .tuple(fc.constantFrom(...QUALIFIERS), count, count, fc.boolean())
  .map(([qualifier, one, other, all]): Bounds => {
    const [low, high] = [Math.min(one, other), Math.max(one, other) + (one === other ? 1 : 0)];
    if (qualifier === 'exact')
      return all ? { qualifier, low, best: low, high: low } : { qualifier, best: low };
    if (qualifier === 'about') return { qualifier, best: low };
    if (qualifier === 'range') return { qualifier, low, ...(all && { best: low }), high };
    if (qualifier === 'vague') return all ? { qualifier, low } : { qualifier };
    return qualifier === 'nearly' || qualifier === 'upTo'
      ? { qualifier, high }
      : { qualifier, low };
  });

/** Any figure that the schema allows. */
export const anyFigure: fc.Arbitrary<Figure> = fc
  .record(
    {
      id,
      measure: fc.constantFrom(...MEASURES),
      bounds,
      asStated: words,
      group: fc.record({ label: words, status: fc.constantFrom(...STATUSES) }),
      place: id,
      placeRole: fc.constantFrom('occurredIn' as const, 'residentsOf' as const),
      days: fc.tuple(day, day, day).map((days) => days.toSorted()),
      countType: fc.constantFrom(...COUNT_TYPES),
      countedBy: id,
      reportedBy: id,
      basis: words,
      verification: words,
      cause: words,
      actor: words,
      partOf: id,
      supersedes: words,
      revisionNote: words,
      hasPeriod: fc.boolean(),
    },
    {
      requiredKeys: [
        'id',
        'measure',
        'bounds',
        'asStated',
        'group',
        'place',
        'days',
        'countType',
        'countedBy',
        'hasPeriod',
      ],
    },
  )
  .map(({ bounds: numbers, days, hasPeriod, ...fields }) => {
    const [start = '', end = '', asOf = ''] = days;
    const period = hasPeriod || fields.countType !== 'incident' ? { period: { start, end } } : {};
    return { ...fields, ...numbers, ...period, asOf };
  })
  .filter((figure) => figureSchema.safeParse(figure).success)
  .map((figure) => figureSchema.parse(figure));
