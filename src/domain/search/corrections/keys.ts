import { latinLetters } from './letters.ts';
import { soundOf } from './sound.ts';

/**
 * Keys by which a word is found from a misspelling of it: both have one in common if they sound alike but for one
 * consonant that is missing, added, another, or out of place. Vowels do not count; words of so few consonants that these
 * say nothing have keys of all letters but one.
 */

/** So many consonants are looked at. */
const MOST_SIGNS = 6;
const FEW_SIGNS = 3;
const MOST_LETTERS = 7;
/** Names of several words that sound longer cannot be found as one word. */
const LONGEST = 16;

/** A row in all ways in which one of it is left out. */
const withoutOne = (row: readonly string[]): string[] =>
  row.map((_, at) => row.toSpliced(at, 1).join(''));

/** The keys of a folded word without apostrophes, each once. */
export function keysOf(word: string): string[] {
  const signs = soundOf(latinLetters(word));
  const first = signs.slice(0, MOST_SIGNS);
  const letters = Array.from(word).slice(0, MOST_LETTERS);
  const others =
    first.length >= FEW_SIGNS
      ? withoutOne(first)
      : [letters.join(''), ...withoutOne(letters)].map((key) => `-${key}`);
  return [...new Set([first.join(''), ...others])];
}

/** The key of several words that may be written as one, and of one that may be several; undefined where there is none. */
export function joinedKey(letters: string): string | undefined {
  const signs = soundOf(latinLetters(letters));
  return signs.length >= FEW_SIGNS && signs.length <= LONGEST ? signs.join('') : undefined;
}
