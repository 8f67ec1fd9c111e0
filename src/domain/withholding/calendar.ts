import { likened } from './look-alike.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

function namesIn(language: string): string[] {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const [long, short, day] = [
    written({ month: 'long' }),
    written({ month: 'short' }),
    written({ weekday: 'long' }),
  ];
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2031, month, 1));
  const days = Array.from({ length: 7 }, (_, date) => Date.UTC(2031, 0, date + 1));
  return [
    ...months.flatMap((one) => [long.format(one), short.format(one)]),
    ...days.map((one) => day.format(one)),
  ];
}

let names: Set<string> | undefined;

/** True for the name of a month or a weekday. A word such as “May” says little about a person. */
export function isOfCalendar(word: string): boolean {
  names ??= new Set(
    LANGUAGES.flatMap(namesIn).map((name) => [...name].map(likened).join('').replace('.', '')),
  );
  return names.has(word);
}
