import { DIGEST_LENGTH } from '../layout.ts';
import { type WordsMap, wordsFileName } from './layout.ts';

/** The place in a sorted list of the last word that is not after the one sought; -1 where all are. */
export function lastUpTo(words: readonly string[], sought: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') <= sought) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The names of a file of words and of its places. */
export interface LeafNames {
  terms: string;
  places: string;
}

/** The names of two files that belong together, from their digests. @param word their first one, or the stem of a range */
export const leafNames = (word: string, digests: string): LeafNames => ({
  terms: wordsFileName('terms', word, digests.slice(0, DIGEST_LENGTH)),
  places: wordsFileName('places', word, digests.slice(DIGEST_LENGTH)),
});

/** The names of what a map leads to at a place. @param at from 0; less than it has words */
export function leafAt({ words, digests }: WordsMap, at: number): LeafNames {
  const length = 2 * DIGEST_LENGTH;
  return leafNames(words[at] ?? '', digests.slice(at * length, (at + 1) * length));
}

/** The name of the map that a map leads to at a place. */
export const mapAt = ({ words, digests }: WordsMap, at: number): string =>
  wordsFileName(
    'map',
    words[at] ?? '',
    digests.slice(at * DIGEST_LENGTH, (at + 1) * DIGEST_LENGTH),
  );
