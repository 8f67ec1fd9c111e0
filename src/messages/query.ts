import { longDay } from '../domain/date.ts';

/** What readers are told of how their query was read. */

const listed = (all: readonly string[]) => all.map((one) => `“${one}”`).join(', ');

/** The days of a date in a query: “1 March 1987 to 31 March 1987”. An open end is empty. */
export function daysInWords({ from, to }: { from: string; to: string }, lang: string): string {
  if (from === to) return longDay(from, lang);
  if (from === '') return `up to ${longDay(to, lang)}`;
  if (to === '') return `from ${longDay(from, lang)} on`;
  return `${longDay(from, lang)} to ${longDay(to, lang)}`;
}

/** Says that words were read as a date. What follows is a link with `asWords`. */
export const readAsDate = (written: string, days: string): string =>
  `“${written}” is read as a date: ${days}.`;

/** The link to the search for the same words in texts. */
export const asWords = (written: string): string =>
  `Search for the ${/\s/u.test(written) ? 'words' : 'word'} “${written}” instead`;

/** Says that operators of other searches are none of this one. */
export const notOperators = (written: readonly string[]): string =>
  `${listed(written)} ${written.length > 1 ? 'are no operators' : 'is no operator'} of this search, and ` +
  `${written.length > 1 ? 'were' : 'was'} left out; the words with ${written.length > 1 ? 'them' : 'it'} were searched for. ` +
  'It knows “…”, -, OR, brackets and title: for headlines.';

/** Says that an `OR` stands at the beginning or end. */
export const OPEN_OR =
  '“OR” stands between two words, either of which is enough. Here one was missing.';

/** Says how many articles have all that was asked for, where others follow. */
export const fewHaveAll = (count: number): string =>
  count === 0
    ? 'No article has all of this. These have most of it, and say what they lack.'
    : `${count === 1 ? 'One article has' : `${count} articles have`} all of this. Those below have most of it, and say what they lack.`;

/** What an article lacks of a query. */
export const lacks = (written: readonly string[]): string => `Missing: ${written.join(', ')}`;

/** How often the same text was filed. */
export const versions = (count: number): string => `${count} versions`;
