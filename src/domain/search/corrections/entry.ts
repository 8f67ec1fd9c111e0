import { spellingWords } from '../spelling.ts';

/** The letters of a name or a word, as misspellings are compared with them: folded, without spaces and apostrophes. */
export const lettersOf = (written: string): string => spellingWords(written).join('');

/** A name of several words as it may stand in a query. */
export const queriedName = (name: string): string =>
  /["“”„«»]/u.test(name) ? writtenWords(name).join(' ') : name.trim();

/** True for a name of several words. */
export const isSeveral = (name: string): boolean => PARTING.test(name);

const SHORTEST = 3;

/**
 * True for letters that can be told from others when they are misspelt: three at the least, and no number, which is another
 * amount by each figure.
 */
export const canBeMisspelt = (letters: string): boolean =>
  Array.from(letters).length >= SHORTEST && !/\p{N}/u.test(letters);

// A dot parts the words of a name that is written in Katakana.
const PARTING = /[\s\p{Pd}・]+/u;

const isLetter = (sign: string) => /[\p{L}\p{M}\p{N}]/u.test(sign);

function withoutSigns(word: string): string {
  const signs = Array.from(word);
  const [first, last] = [signs.findIndex(isLetter), signs.findLastIndex(isLetter)];
  return first < 0 ? '' : signs.slice(first, last + 1).join('');
}

/** The words of a name as they are written, without signs around them. */
export const writtenWords = (name: string): string[] =>
  name
    .split(PARTING)
    .map(withoutSigns)
    .filter((word) => word !== '');
