import { parse } from '@retorquere/bibtex-parser';
import { boundsFault } from './bounds.ts';
import type { Entry } from './entries.ts';
import { guarded } from './tex.ts';

/** The words that BibTeX defines by `@string`, and those that it knows. */

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];
/** The months by the words that BibTeX has for them: whole, so that `"10~" # jan` is a day. */
const MONTH_STRINGS = MONTHS.map((month) => [month.slice(0, 3).toLowerCase(), month] as const);

const WORDS = /[^\s{}"#,=()]+/gu;

/** Definitions of `@string`, by their names in small letters, as they are written. */
export type Strings = ReadonlyMap<string, string>;

/** No name that is defined is longer. Each may hold the one before it twice, so that they would double without end. */
const LONGEST_STRING = 500;

/** The definitions that a file makes, in its order. */
export function stringsOf(entries: readonly Entry[]): Strings {
  const strings = new Map<string, string>(MONTH_STRINGS);
  for (const { kind, source, fault } of entries) {
    // What is not defined is told by the entries that ask for it.
    if (kind !== 'string' || fault || boundsFault(source, strings)) continue;
    const { strings: made } = parse(guarded(source), {
      raw: true,
      strings: definitionsFor(source, strings),
    });
    for (const [name, text] of Object.entries(made))
      if (text.length <= LONGEST_STRING) strings.set(name.toLowerCase(), text);
  }
  return strings;
}

/** The definitions whose names stand in a source, as BibTeX: an entry is read with no more of them than it needs. */
export function definitionsFor(source: string, strings: Strings): string {
  const words = new Set(source.toLowerCase().match(WORDS));
  return [...words]
    .flatMap((word) => {
      const text = strings.get(word);
      return text === undefined ? [] : `@string{${word} = {${text}}}`;
    })
    .join('\n');
}
