import type { Kind } from '../authorities/authority.ts';
import { queryWords } from './indexed-text.ts';

/** How a spelling and what a reader types for it are made the same. */

// Readers leave an apostrophe out as often as not: “odarra” is O’Darra.
const bare = (word: string) => word.replaceAll("'", '');

/** The words of a spelling, as they are compared. */
export const spellingWords = (written: string): string[] => queryWords(written).map(bare);

/** The words of a query, as one text, to be compared with those of a spelling. */
export const spellingKey = (words: readonly string[]): string => words.map(bare).join(' ');

const wordsAsWritten = (name: string) => name.split(/[\s\p{Pd}]+/u);

/**
 * The ends of a person's name that may stand for it: “Varga-Lund” and “Lund” for Ismenia Varga-Lund. Of another spelling
 * they do where it begins with the same given name; the end of “the Judge” is no surname.
 */
export function surnameKeys(
  { kind, name }: { kind: Kind; name: string },
  written: string,
): string[] {
  // Parted as they are written: a name in Chinese has no space before its last character.
  const [given, ...words] = wordsAsWritten(written);
  if (kind !== 'people' || given !== wordsAsWritten(name)[0]) return [];
  return words.map((_, index) => spellingWords(words.slice(index).join(' ')).join(' '));
}
