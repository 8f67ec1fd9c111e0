import { isDay } from '../date.ts';

/** The first or the last day of a search. */
export type Side = 'from' | 'to';

/** The last day of a month (YYYY-MM). */
function lastOf(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}

/** The day on which a year, month or day begins or ends; empty for none. */
export function dayOf(side: Side, period: string): string {
  if (period.length === 4) return side === 'from' ? `${period}-01-01` : `${period}-12-31`;
  if (period.length === 7) return side === 'from' ? `${period}-01` : lastOf(period);
  return period;
}

/** The longest period that begins or ends on a day: a year, a month or the day itself. */
export function periodOf(side: Side, day: string): string {
  if (!isDay(day)) return '';
  const longer = [day.slice(0, 4), day.slice(0, 7)];
  return longer.find((period) => dayOf(side, period) === day) ?? day;
}
