import type { Marks } from './mark.ts';
import { daysOf, monthsOf, type Period, yearsOf } from './period.ts';

/** A date as it is written: without its year or month where those stand elsewhere, as in “March to May 1987”. */
export interface Point {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  /** The last day, of “19-21 October”. */
  last?: number | undefined;
  /** The place behind it. */
  end: number;
}

const ENDINGS = ['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', '.'];
/** What stands between day, month and year: “19th of October”, “19 de octubre de 1987”. */
const LINKS = ['of', 'de', 'del', 'di', ','];

/** What a point says; undefined where it lacks something, or the calendar does not have it. */
export function periodOf({ year, month, day, last }: Point): Period | undefined {
  if (year === undefined) return undefined;
  if (month === undefined) return yearsOf(year);
  return day === undefined ? monthsOf(year, month) : daysOf(year, month, day, last);
}

/** A day of the month, with the place behind it. */
function dayAt(marks: Marks, at: number): Point | undefined {
  const day = marks.number(at, 1, 2);
  if (day === undefined || day < 1 || day > 31) return undefined;
  const isEnding = marks.isJoined(at + 1) && ENDINGS.includes(marks.word(at + 1));
  return { day, end: isEnding ? at + 2 : at + 1 };
}

function withYear(marks: Marks, point: Point): Point {
  const at = marks.past(marks.past(point.end, '.'), ...LINKS);
  const year = marks.number(at, 4, 4);
  return year === undefined ? point : { ...point, year, end: at + 1 };
}

/** “October 19, 1987”, “October 19-21, 1987”, “October 1987”, “October”. */
function fromMonth(marks: Marks, at: number): Point | undefined {
  const month = marks.month(at);
  if (month === undefined) return undefined;
  const behind = marks.past(at + 1, '.');
  const day = dayAt(marks, behind);
  if (day) {
    const last = ['-', 'to'].includes(marks.word(day.end)) ? dayAt(marks, day.end + 1) : undefined;
    const end = last?.end ?? day.end;
    const dated = withYear(marks, { month, day: day.day, last: last?.day, end });
    if (dated.year !== undefined || marks.number(behind, 4, 4) === undefined) return dated;
  }
  return withYear(marks, { month, end: behind });
}

/** “19 October 1987”, “the 19th of October”, “19.” */
function fromDay(marks: Marks, at: number): Point | undefined {
  const day = dayAt(marks, marks.past(at, 'the'));
  if (!day) return undefined;
  const place = marks.past(day.end, ...LINKS);
  const month = marks.month(place);
  return month === undefined ? day : withYear(marks, { ...day, month, end: place + 1 });
}

/** “1987-10-19”, “1987/10”, “19.10.1987”; “19/10/1987” where only one of both can be the month. */
function inDigits(marks: Marks, at: number): Point | undefined {
  const sign = marks.word(at + 1);
  if (!['-', '/', '.'].includes(sign)) return undefined;
  const [first, second] = [marks.number(at, 1, 4), marks.number(at + 2, 1, 2)];
  if (first === undefined || second === undefined) return undefined;
  const isThree = marks.word(at + 3) === sign;
  if (marks.number(at, 4, 4) !== undefined) {
    const day = marks.number(at + 4, 1, 2);
    if (isThree && day !== undefined) return { year: first, month: second, day, end: at + 5 };
    return sign === '.' || second > 12 ? undefined : { year: first, month: second, end: at + 3 };
  }
  const year = marks.number(at + 4, 4, 4);
  if (!isThree || year === undefined || sign === '-') return undefined;
  if (sign === '/' && first <= 12 && second <= 12 && first !== second) return undefined;
  const isMonthFirst = sign === '/' && second > 12;
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  return { year, month, day, end: at + 5 };
}

/** “1987年10月19日”, “1987年10月”. */
function inHan(marks: Marks, at: number): Point | undefined {
  const [year, month, day] = [
    marks.number(at, 4, 4),
    marks.number(at + 2, 1, 2),
    marks.number(at + 4, 1, 2),
  ];
  if (year === undefined || marks.word(at + 1) !== '年') return undefined;
  if (month === undefined || marks.word(at + 3) !== '月') return { year, end: at + 2 };
  if (day === undefined || marks.word(at + 5) !== '日') return { year, month, end: at + 4 };
  return { year, month, day, end: at + 6 };
}

/** The date at a place, perhaps without its year; undefined where there is none. */
export function pointAt(marks: Marks, from: number): Point | undefined {
  const weekday = marks.isWeekday(from) ? marks.past(from + 1, '.', ',') : from;
  const dated =
    inDigits(marks, weekday) ??
    inHan(marks, weekday) ??
    fromDay(marks, weekday) ??
    fromMonth(marks, weekday);
  if (dated) return dated;
  const year = marks.number(from, 4, 4);
  return year === undefined || isPiece(marks, from) ? undefined : { year, end: from + 1 };
}

/** True for a number that is written together with others: of “1987-13” no part is a year, but of “1986-88” each is. */
function isPiece(marks: Marks, at: number): boolean {
  const next = marks.number(at + 2, 1, 20);
  const isTogether = marks.isJoined(at + 1) && marks.isJoined(at + 2) && marks.word(at + 1) !== ',';
  if (next === undefined || !isTogether) return false;
  const year = marks.number(at, 4, 4) ?? 0;
  const isYears = marks.number(at + 2, 4, 4) !== undefined || (next > 12 && next > year % 100);
  return marks.word(at + 1) !== '-' || !isYears;
}
