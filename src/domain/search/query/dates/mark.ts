import { fold } from '../../../language/fold.ts';
import { type CalendarNames, calendarNames } from './months.ts';

/** A word, number or sign of a query that may belong to a date. */
interface Mark {
  /** Folded, but for dashes, which are all one hyphen. */
  text: string;
  start: number;
  end: number;
}

const MARK = /\p{Nd}+|[\p{L}\p{M}]+|\S/gu;
const DASH = /^\p{Pd}$/u;

/** The words, numbers and signs of a text, in a form in which dates are read. */
export class Marks {
  readonly #marks: Mark[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #names: CalendarNames;

  /** @param lang the language of names of months, besides English */
  constructor(text: string, lang: string) {
    this.#names = calendarNames(lang);
    this.#marks = Array.from(text.matchAll(MARK), ({ 0: written, index }) => ({
      text: DASH.test(written) ? '-' : fold(written),
      start: index,
      end: index + written.length,
    }));
    this.#places = new Map(this.#marks.map(({ start }, at) => [start, at]));
  }

  /** The place of what begins at an index of the text; -1 where nothing does. */
  placeAt(start: number): number {
    return this.#places.get(start) ?? -1;
  }

  /** Where what stands before a place ends in the text. */
  endBefore(at: number): number {
    return this.#marks[at - 1]?.end ?? 0;
  }

  word(at: number): string {
    return this.#marks[at]?.text ?? '';
  }

  /** True where nothing separates a place from the one before. */
  isJoined(at: number): boolean {
    return at > 0 && this.#marks[at]?.start === this.#marks[at - 1]?.end;
  }

  /** A number of so many digits; undefined where there is none. */
  number(at: number, shortest: number, longest: number): number | undefined {
    const digits = this.word(at);
    const isNumber = /^\d+$/.test(digits);
    return isNumber && digits.length >= shortest && digits.length <= longest
      ? Number(digits)
      : undefined;
  }

  month(at: number): number | undefined {
    return this.#names.months.get(this.word(at));
  }

  isWeekday(at: number): boolean {
    return this.#names.weekdays.has(this.word(at));
  }

  /** The place behind one that has any of some words, or this place. */
  past(at: number, ...words: string[]): number {
    return words.includes(this.word(at)) ? at + 1 : at;
  }
}
