import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import {
  ARTICLE_FIELDS,
  type Fields,
  RECORD_FIELDS,
} from '../../../../src/content/ledger/statements/field.ts';
import { articleSchema } from '../../../../src/domain/article/article.ts';
import {
  correctionSchema,
  recordCorrectionSchema,
} from '../../../../src/domain/article/correction.ts';
import { recordSchemas } from '../../../../src/domain/authorities/authority.ts';
import { changeSentence, filedWords } from '../../../../src/messages/change.ts';
import { readBefore } from '../../../../src/messages/correction.ts';

/** Fields of which something is seen when the archive is built, and which no statement has. */
const UNSTATED = ['media', 'figures', 'corrections', 'suggested', 'draft'];

/** The fields of a schema by the names that the ledger has for them. */
const fieldsOf = (schema: z.ZodObject): string[] =>
  Object.entries(schema.shape).flatMap(([key, field]) => {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    // A withdrawal is one thing, day and reason together.
    return inner instanceof z.ZodObject && key !== 'withdrawn'
      ? Object.keys(inner.shape).map((below) => `${key}.${below}`)
      : [key];
  });

test('every field of an article and of a record has a rule', () => {
  const stated = fieldsOf(articleSchema).filter(
    (field) => !UNSTATED.includes(field.split('.')[0] ?? ''),
  );
  assert.deepEqual(
    [...stated, 'media.missing', 'media.order', 'layout'].toSorted(),
    [...ARTICLE_FIELDS.keys()].toSorted(),
  );
  const ofRecords = new Set(Object.values(recordSchemas).flatMap((schema) => fieldsOf(schema)));
  assert.deepEqual(
    [...ofRecords].filter((field) => field !== 'corrections').toSorted(),
    [...RECORD_FIELDS.keys()].toSorted(),
  );
});

const DAY = { date: '2031-05-01', note: 'It was wrong.' };
const TABLES: [Fields, z.ZodType][] = [
  [ARTICLE_FIELDS, correctionSchema],
  [RECORD_FIELDS, recordCorrectionSchema],
];

test('what is refused can be corrected, and readers are told in words what it was', () => {
  for (const [fields, schema] of TABLES)
    for (const [was, { changed }] of fields) {
      if (changed !== 'refused') continue;
      assert.ok(schema.safeParse({ ...DAY, was, text: 'It.' }).success, was);
      assert.notEqual(readBefore({ was }), 'The text read', was);
    }
});

test('what is listed is told in a sentence of its own', () => {
  for (const [fields] of TABLES)
    for (const [field, { added, changed, many }] of fields) {
      const hows = [
        ...(added === 'listed' ? (['added'] as const) : []),
        ...(changed === 'listed' ? (['removed'] as const) : []),
        ...(changed === 'listed' && !many ? (['changed'] as const) : []),
      ];
      for (const how of hows) {
        const said = filedWords(field, how) ?? changeSentence(field, how, 2, 'en');
        assert.doesNotMatch(said, /^The field/, `${field} ${how}`);
      }
    }
});
