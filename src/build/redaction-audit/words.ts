import type { ReadWords } from '../../domain/withholding/word.ts';

/** The hashes of words in a row. */
export interface Hashes {
  readonly count: number;
  readonly hashes: Int32Array;
}

/** Words in a row, with their letters. */
export interface Words extends Hashes {
  /** The word at an index. */
  word: (index: number) => string;
}

/** Words that were read from bytes. */
export interface PlacedWords extends Words, ReadWords {
  /** Where the word at an index begins in its source, in bytes. */
  place: (index: number) => number;
}
