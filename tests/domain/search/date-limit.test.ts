import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, periodOf } from '../../../src/domain/search/date-limit.ts';

test('a year, month or day begins and ends on days, and is told by them', () => {
  const LIMITS = [
    ['from', '2032', '2032-01-01'],
    ['to', '2032', '2032-12-31'],
    ['from', '2032-02', '2032-02-01'],
    ['to', '2032-02', '2032-02-29'],
    ['to', '2031-02', '2031-02-28'],
    ['to', '0987-11', '0987-11-30'],
    ['from', '2032-02-03', '2032-02-03'],
    ['to', '2032-02-03', '2032-02-03'],
    ['from', '', ''],
  ] as const;
  for (const [side, period, day] of LIMITS) {
    assert.equal(dayOf(side, period), day);
    assert.equal(periodOf(side, day), period);
  }
  assert.equal(periodOf('to', '2032-01-01'), '2032-01-01');
  assert.equal(periodOf('to', '2032-02-30'), '');
});
