import type { Kind } from '../authorities/authority.ts';
import { queryWords } from './indexed-text.ts';

/** Makes a spelling and what a reader types for it equal. */

// Readers often leave out an apostrophe: “odarra” is O’Darra.
const bare = (word: string) => word.replaceAll("'", '');

/** The words of a spelling in the form used to compare them. */
export const spellingWords = (written: string): string[] => queryWords(written).map(bare);

/** The words of a query as one text, to compare with the words of a spelling. */
export const spellingKey = (words: readonly string[]): string => words.map(bare).join(' ');

const wordsAsWritten = (name: string) => name.split(/[\s\p{Pd}]+/u);

/**
 * The ends of a person's name that may stand for the whole: “Varga-Lund” and “Lund” for Ismenia Varga-Lund. Another
 * spelling counts only if it begins with the same given name: the end of “the Judge” is not a surname.
 */
export function surnameKeys(
  { kind, name }: { kind: Kind; name: string },
  written: string,
): string[] {
  // Split where the name has spaces or dashes: a Chinese name has no space before its last character.
  const [given, ...words] = wordsAsWritten(written);
  if (kind !== 'people' || given !== wordsAsWritten(name)[0]) return [];
  return words.map((_, index) => spellingWords(words.slice(index).join(' ')).join(' '));
}
