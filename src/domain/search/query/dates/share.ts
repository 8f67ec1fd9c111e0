import type { Marks } from './mark.ts';
import { daysFrom, type Period, thirdOf, weekOf, yearsOf } from './period.ts';
import { periodOf, pointAt } from './point.ts';

/** A part of a month or year, and the place behind it. */
interface Share {
  period: Period;
  end: number;
}

const WEEKS = ['last', 'first', 'second', 'third', 'fourth'];
const NUMBERED = ['', '1st', '2nd', '3rd', '4th'];
const THIRDS = new Map([
  ['early', 0],
  ['mid', 1],
  ['late', 2],
]);

const share = (period: Period | undefined, end: number): Share | undefined =>
  period && { period, end };

/** “1980s”, written together. */
function decadeAt(marks: Marks, at: number): Share | undefined {
  const year = marks.number(at, 4, 4);
  if (year === undefined || year % 10 !== 0) return undefined;
  const isDecade = marks.isJoined(at + 1) && marks.word(at + 1) === 's';
  return isDecade ? share(yearsOf(year, year + 9), at + 2) : undefined;
}

/** “last week of March 1987”, “2nd week in March 1987”. */
function weekAt(marks: Marks, at: number): Share | undefined {
  const numbered = NUMBERED.indexOf(marks.word(at) + marks.word(at + 1));
  const week = numbered > 0 ? numbered : WEEKS.indexOf(marks.word(at));
  const noun = numbered > 0 ? at + 2 : at + 1;
  if (week < 0 || marks.word(noun) !== 'week') return undefined;
  const { year, month, day, end } = pointAt(marks, marks.past(noun + 1, 'of', 'in')) ?? { end: 0 };
  if (year === undefined || month === undefined || day !== undefined) return undefined;
  return share(weekOf(year, month, week), end);
}

/** “week of 16 March 1987”: the seven days from there. */
function weekFrom(marks: Marks, at: number): Share | undefined {
  if (marks.word(at) !== 'week' || marks.past(at + 1, 'of', 'from') === at + 1) return undefined;
  const point = pointAt(marks, at + 2);
  const period = point?.day === undefined ? undefined : periodOf(point);
  return period && point ? share(daysFrom(period.from, 7), point.end) : undefined;
}

/** “early March 1987”, “mid-March 1987”: a third of the month. */
function thirdAt(marks: Marks, at: number): Share | undefined {
  const third = THIRDS.get(marks.word(at));
  if (third === undefined) return undefined;
  const { year, month, day, end } = pointAt(marks, marks.past(at + 1, '-')) ?? { end: 0 };
  if (year === undefined || month === undefined || day !== undefined) return undefined;
  return share(thirdOf(year, month, third), end);
}

/** Parts of months and years. Halves and quarters of years are none: they are told of more often than they are dates. */
export function shareAt(marks: Marks, from: number): Share | undefined {
  const at = marks.past(from, 'the');
  return decadeAt(marks, at) ?? weekAt(marks, at) ?? weekFrom(marks, at) ?? thirdAt(marks, at);
}
