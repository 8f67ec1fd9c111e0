/** Days are ISO strings (YYYY-MM-DD) throughout: text that sorts, never a moment in some time zone. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that the Gregorian calendar has, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (!year || !month || !day || year === '0000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;

/** True for a day, or for a moment of a day with its offset from UTC, as ISO 8601 writes them. */
export function isDayOrMoment(text: string): boolean {
  const [, day] = MOMENT.exec(text) ?? [];
  return day !== undefined && isDay(day);
}

/** The parts of a day, in the order in which paths nest them: `['2023', '10', '16']`. */
export function dayParts(day: string): [year: string, month: string, day: string] {
  return [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
}

/** True for a day, a month (YYYY-MM) or a year (YYYY). */
export const isPeriod = (text: string): boolean =>
  isDay(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) || /^\d{4}$/.test(text);

const formats = new Map<string, Intl.DateTimeFormat>();
// A long list names few days, and the format of one takes longer than finding it.
const formatted = new Map<string, string>();
const MOST_KEPT = 10_000;

const atMidnight = (period: string) =>
  new Date(`${period}${'-01-01'.slice(period.length - 4)}T00:00:00Z`);

function format(
  style: string,
  period: string,
  lang: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = `${style} ${lang} ${period}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  // The Gregorian calendar always: `ar-SA` would otherwise answer in the Hijri one.
  const made =
    formats.get(`${style} ${lang}`) ??
    new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  formats.set(`${style} ${lang}`, made);
  const text = made.format(atMidnight(period));
  if (formatted.size >= MOST_KEPT) formatted.clear();
  formatted.set(key, text);
  return text;
}

/** “16 October 2023”, in the language given. */
export const longDay = (day: string, lang: string): string =>
  format('long', day, lang, { day: 'numeric', month: 'long', year: 'numeric' });

/** “16 Oct 2023”, where room is short. */
export const shortDay = (day: string, lang: string): string =>
  format('short', day, lang, { day: 'numeric', month: 'short', year: 'numeric' });

/** “Monday, 16 October 2023”, for the heading of a day. */
export const weekday = (day: string, lang: string): string =>
  format('weekday', day, lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** “October 2023” for `2023-10`. */
export const longMonth = (month: string, lang: string): string =>
  format('month', month, lang, { month: 'long', year: 'numeric' });

/** A day, month or year in words. */
export function longPeriod(period: string, lang: string): string {
  if (period.length === 4) return period;
  return period.length === 7 ? longMonth(period, lang) : longDay(period, lang);
}

/** “October” for `2023-10`, where the year stands already. */
export const monthName = (month: string, lang: string): string =>
  format('name', month, lang, { month: 'long' });
