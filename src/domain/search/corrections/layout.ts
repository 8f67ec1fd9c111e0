import { DIGEST_LENGTH, spread } from '../layout.ts';
import { wordsFileName } from '../words/layout.ts';

/**
 * The files of the words that a misspelling may mean, beside those of the index of words. A word is in the file of each of
 * its keys, so who has a misspelling reads the files of its keys, some kilobytes each, and compares.
 */

/** Words of about the same frequency: that is at least 2 to the power of the step, in articles. */
export type NearWords = [step: number, words: string, names: string[]];

/** A file: words as they are indexed, with a space between them, and names or words of names as they are written. */
export type NearFile = NearWords[];

/** How many words a file has on average, each as often as it has keys. */
const IN_FILE = 1024;
/** An archive does not have more files. */
const MOST_FILES = 4096;

/** How many files so many words with their keys have: a power of two, so that another word seldom moves all of them. */
export const nearCount = (entries: number): number =>
  entries === 0
    ? 0
    : Math.min(MOST_FILES, 2 ** Math.max(0, Math.round(Math.log2(entries / IN_FILE))));

/** The name of a file. @param digests of all of them, one after another; as the manifest has them */
export function nearFileName(digests: string, number: number): string {
  const at = number * DIGEST_LENGTH;
  return wordsFileName('near', '', `${number}-${digests.slice(at, at + DIGEST_LENGTH)}`);
}

/** The numbers of the files that have the words of some keys, each once. @param files how many there are */
export const nearNumbers = (keys: readonly string[], files: number): number[] =>
  files === 0 ? [] : [...new Set(keys.map((key) => spread(key) % files))];

/** How many files have digests in a row. */
export const nearFilesOf = (digests: string): number => digests.length / DIGEST_LENGTH;
