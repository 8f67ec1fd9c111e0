import { longDay } from '../domain/date.ts';
import { number } from './wording.ts';

/** How many filters of a search are set, behind the words of their button; empty where none is. */
export const filtersSet = (count: number, lang: string): string =>
  count === 0 ? '' : ` (${number(count, lang)} set)`;

/** The days of a search in words: “from 1 March 1987 until 31 March 1987”; empty where it has none. */
export const daysInWords = ({ from, to }: { from: string; to: string }, lang: string): string =>
  [from && `from ${longDay(from, lang)}`, to && `until ${longDay(to, lang)}`]
    .filter(Boolean)
    .join(' ');
