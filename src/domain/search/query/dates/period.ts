import { isDay } from '../../../date.ts';

/** A day, or days one after another: the first and the last. An open end is empty. */
export interface Period {
  from: string;
  to: string;
}

const padded = (number: number, length = 2) => `${number}`.padStart(length, '0');
const dayOf = (year: number, month: number, day: number) =>
  `${padded(year, 4)}-${padded(month)}-${padded(day)}`;

/** How many days a month has. */
const lengthOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The days from one day of a month to another; undefined where the calendar does not have them. */
export function daysOf(
  year: number,
  month: number,
  first: number,
  last = first,
): Period | undefined {
  const [from, to] = [dayOf(year, month, first), dayOf(year, month, last)];
  return isDay(from) && isDay(to) && first <= last ? { from, to } : undefined;
}

/** Whole months of a year. */
export function monthsOf(year: number, first: number, last = first): Period | undefined {
  if (first < 1 || last > 12 || first > last) return undefined;
  return { from: dayOf(year, first, 1), to: dayOf(year, last, lengthOf(year, last)) };
}

/** Whole years. */
export const yearsOf = (first: number, last = first): Period | undefined =>
  first <= last ? { from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) } : undefined;

/** Some seven days of a month: 1 to 4 counts from its beginning, 0 is the last seven. */
export function weekOf(year: number, month: number, week: number): Period | undefined {
  const length = lengthOf(year, month);
  const first = week === 0 ? length - 6 : 7 * week - 6;
  return daysOf(year, month, first, first + 6);
}

/** A third of a month, from 0: ten days, and what is left. */
export const thirdOf = (year: number, month: number, third: number): Period | undefined =>
  daysOf(year, month, 10 * third + 1, third === 2 ? lengthOf(year, month) : 10 * third + 10);

/** So many days from one on. */
export const daysFrom = (from: string, count: number): Period => ({
  from,
  to: shifted(from, count - 1),
});

/** From the beginning of one period to the end of another; undefined where that ends before. */
export const spanning = (first: Period, last: Period): Period | undefined =>
  first.from <= last.to ? { from: first.from, to: last.to } : undefined;

const shifted = (day: string, by: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** All days before a period, or all after it. */
export const before = ({ from }: Period): Period => ({ from: '', to: shifted(from, -1) });
export const after = ({ to }: Period): Period => ({ from: shifted(to, 1), to: '' });
