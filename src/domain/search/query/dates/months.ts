import { fold } from '../../../language/fold.ts';

const bare = (name: string) => fold(name).replace(/\.$/u, '');

type Options = Intl.DateTimeFormatOptions;
const NAMED = ['long', 'short'] as const;
/** Many languages name a month otherwise where a day stands with it. */
const BESIDE: Options[] = [{}, { day: 'numeric' }, { day: 'numeric', year: 'numeric' }];
const MONTHS = NAMED.flatMap((month) => BESIDE.map((beside): Options => ({ ...beside, month })));
const WEEKDAYS = NAMED.map((weekday): Options => ({ weekday }));

function* namesOf(lang: string, date: Date, all: readonly Options[]): Generator<string> {
  for (const options of all) {
    const format = new Intl.DateTimeFormat(lang, {
      ...options,
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    for (const { type, value } of format.formatToParts(date))
      if (type === 'month' || type === 'weekday') yield bare(value);
  }
}

/** What a language calls months and days of the week, beside English. */
export interface CalendarNames {
  /** The number of a month, from 1, by its folded name. */
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlySet<string>;
}

const known = new Map<string, CalendarNames>();

/** The names of months and weekdays in a language, a BCP 47 tag, and in English. */
export function calendarNames(lang: string): CalendarNames {
  const kept = known.get(lang);
  if (kept) return kept;
  const months = new Map<string, number>([['sept', 9]]);
  const weekdays = new Set<string>();
  // The later one of two languages with the same word for two months is not read otherwise than the first.
  for (const one of [lang, 'en'])
    for (let at = 0; at < 12; at++) {
      // Where a month is a number, as in Chinese, its name is one too.
      for (const name of namesOf(one, new Date(Date.UTC(2023, at, 1)), MONTHS))
        if (/\p{L}/u.test(name) && !months.has(name)) months.set(name, at + 1);
      for (const name of namesOf(one, new Date(Date.UTC(2023, 0, 1 + at)), WEEKDAYS))
        weekdays.add(name);
    }
  const names = { months, weekdays };
  known.set(lang, names);
  return names;
}
