import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionSchema, recordCorrectionSchema } from '../../src/domain/article/correction.ts';
import { PLACEHOLDER } from '../../src/domain/placeholder.ts';
import { faultOf } from '../../src/domain/schema-fault.ts';
import { withholdingSchema } from '../../src/domain/withholding/withholding.ts';

const correction = { date: '2031-05-01', note: 'The count was wrong.', was: 'title', text: 'Gale' };
const withholding = { name: 'Ada', as: 'a minor', reason: 'Asked for.', date: '2031-05-01' };

test('what stands in the place of somebody’s words is not taken for them', () => {
  for (const one of Object.values(PLACEHOLDER)) {
    const faults = [
      correctionSchema.safeParse({ ...correction, note: one }),
      correctionSchema.safeParse({ ...correction, text: one }),
      recordCorrectionSchema.safeParse({ ...correction, was: 'name', note: one }),
      withholdingSchema.safeParse({ ...withholding, reason: one }),
    ].map(({ error }) => error?.issues[0] && faultOf(error.issues[0], undefined));
    for (const fault of faults) {
      const { rule = '', fix = '' } = fault ?? {};
      assert.ok(rule.includes(`“${one}” only keeps their place`), `${one}: ${rule}`);
      assert.match(fix, /Write for the reader/);
    }
  }
});

test('a placeholder with words beside it, or in small letters, is one still', () => {
  for (const note of ['Say what changed, and why. A slip.', 'say what changed, and why', '...'])
    assert.equal(correctionSchema.safeParse({ ...correction, note }).success, false, note);
});

test('words of one’s own are taken, with dots in them too', () => {
  for (const note of ['The Board could not say what changed.', 'It read: “We look on …”'])
    assert.equal(correctionSchema.safeParse({ ...correction, note }).success, true, note);
});
