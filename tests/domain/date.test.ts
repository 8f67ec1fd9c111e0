import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dayParts,
  isDay,
  isDayOrMoment,
  longDay,
  longMonth,
  longPeriod,
  monthName,
  shortDay,
  weekday,
} from '../../src/domain/date.ts';

test('a day is one that the calendar has, written YYYY-MM-DD', () => {
  const days = ['2031-04-02', '2032-02-29', '2000-02-29', '0001-01-01', '9999-12-31'];
  for (const day of days) assert.ok(isDay(day), day);
  const others = [
    ...['2031-02-29', '1900-02-29', '2031-02-30', '2031-04-31', '2031-13-01', '2031-00-10'],
    ...['2031-04-00', '0000-01-01', '2031-4-2', '2 April 2031', '2031/04/02', '20310402', ''],
    ...[' 2031-04-02', '2031-04-02 ', '2031-04-02\n', '2031-04-02T00:00:00Z', '+02031-04-02'],
  ];
  for (const other of others) assert.ok(!isDay(other), other);
});

test('every day that JavaScript knows is a day', () => {
  const date = fc.date({
    min: new Date('0001-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(date, (moment) => isDay(moment.toISOString().slice(0, 10))));
});

test('a moment has its offset from UTC', () => {
  const moments = ['2031-04-02', '2031-04-02T09:30Z', '2031-04-02T09:30:00+02:00'];
  for (const moment of [...moments, '2031-04-02T23:59:59.123-11:00'])
    assert.ok(isDayOrMoment(moment), moment);
  const others = [
    '2031-04-02T09:30',
    '2031-04-02 09:30Z',
    '2031-04-02T24:00Z',
    '2031-02-30T09:30Z',
  ];
  for (const other of [...others, '2031-04-02T09:60Z', '09:30Z'])
    assert.ok(!isDayOrMoment(other), other);
});

test('a day has the parts that its path has', () => {
  assert.deepEqual(dayParts('2031-04-02'), ['2031', '04', '02']);
});

test('a day is worded in the language given, in the Gregorian calendar', () => {
  assert.equal(longDay('2031-04-02', 'en-GB'), '2 April 2031');
  assert.equal(shortDay('2031-10-02', 'en-GB'), '2 Oct 2031');
  assert.match(weekday('2031-04-02', 'en-GB'), /^Wednesday,? 2 April 2031$/);
  assert.equal(longDay('2031-04-02', 'de'), '2. April 2031');
  assert.equal(longDay('2031-04-02', 'fr'), '2 avril 2031');
  assert.match(longDay('2031-04-02', 'ar-SA'), /٢٠٣١/u);
  assert.match(longDay('2031-04-02', 'th'), /2031/);
  assert.equal(longMonth('2031-04', 'en-GB'), 'April 2031');
  assert.deepEqual(
    ['1987', '1987-10', '1987-10-19'].map((period) => longPeriod(period, 'en-GB')),
    ['1987', 'October 1987', '19 October 1987'],
  );
  assert.equal(monthName('2031-04', 'he'), 'אפריל');
});

test('a day is the same in every time zone', () => {
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Pacific/Kiritimati';
    assert.equal(longDay('2031-01-01', 'en-AU'), '1 January 2031');
    process.env['TZ'] = 'Pacific/Niue';
    assert.equal(longDay('2031-01-01', 'en-NZ'), '1 January 2031');
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});
