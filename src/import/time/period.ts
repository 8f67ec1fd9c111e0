import { isBetween, monthNamed } from './calendar-words.ts';
import { possibleTimes } from './time.ts';

/** Months and years that a source states where it states no day: `YYYY-MM` or `YYYY`. */

const YEAR = /^\d{4}$/u;
const MONTH_LAST = /^(\d{4})[-/.](\d{1,2})$/u;
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/u;
const LONGEST = 60;

function asMonth(year: string, month: number): string | undefined {
  return month >= 1 && month <= 12 ? `${year}-${`${month}`.padStart(2, '0')}` : undefined;
}

/**
 * The month or year that a short text names, and nothing besides.
 *
 * @param lang the language of the text, where it is known
 */
export function statedPeriod(value: string, lang?: string): string | undefined {
  const text = value.trim();
  if (text.length > LONGEST) return undefined;
  if (YEAR.test(text)) return text;
  const [, year, month] = MONTH_LAST.exec(text) ?? [];
  if (year !== undefined) return asMonth(year, Number(month));
  const [, first, last = ''] = MONTH_FIRST.exec(text) ?? [];
  if (first !== undefined) return asMonth(last, Number(first));
  const words = text.split(/[\s,.]+/u).filter(Boolean);
  const years = words.filter((word) => YEAR.test(word));
  const others = words.filter((word) => !YEAR.test(word));
  if (years.length !== 1 || others.some((word) => !/^[\p{L}\p{M}]+$/u.test(word))) return undefined;
  const months = others.flatMap((word) => monthNamed(word, lang) ?? []);
  const rest = others.filter((word) => monthNamed(word, lang) === undefined);
  return months.length === 1 && rest.every((word) => isBetween(word, lang))
    ? asMonth(years[0] ?? '', months[0] ?? 0)
    : undefined;
}

const inWords = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** “May 1950”, “1950”. */
export const periodInWords = (period: string): string =>
  period.length === 4 ? period : inWords.format(Date.parse(`${period}-01T00:00:00Z`));

/** Whether a text tells a time, though perhaps no single day: `10/11/2031`, “May 2031”. */
export const isTime = (text: string): boolean =>
  possibleTimes(text).length > 0 || statedPeriod(text) !== undefined;
