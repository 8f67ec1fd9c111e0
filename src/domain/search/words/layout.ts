/**
 * The index of words, in files below `/search/words/`, each named after what is in it. Words are sorted and cut into
 * files; maps, one above the other, lead to them, and the manifest has the topmost. So what is loaded for a word does not
 * grow with the archive, and where an article changes, the files of other words stay.
 */

/** The folder of these files. */
export const WORDS_PATH = '/search/words/';

/** What the manifest says of the index of words. */
export interface WordsIndex {
  /** How many articles each batch has, in the order of time: a row of numbers (`digits.ts`). */
  batches: string;
  /** The topmost map. */
  map: WordsMap;
}

/**
 * Articles are numbered by batch, with so many numbers in each, so that an article that is added or removed gives others
 * of its own batch another number and no more.
 */
export const NUMBERS_IN_BATCH = 1024;

/** Files, or maps of files, in the order of the words that they begin with. */
export interface WordsMap {
  /** 0 where it leads to files of words; else one more than the maps that it leads to. */
  level: number;
  /** The first word of each. Words are in the order of their UTF-16 units. */
  words: string[];
  /** For each the digest of its name: of a map one; of a file of words two, its own and that of its places. */
  digests: string;
}

/** A file of words: those from its first up to that of the next file. */
export interface WordsFile {
  terms: WordsTerm[];
  /**
   * For each term the ids of the articles that it shows first, in their order, with spaces between: who searches for one
   * word alone then asks for no id. Empty where it has few articles.
   */
  first: string[];
  /** Written words whose term is in another file, each with its term. */
  elsewhere: [word: string, term: string][];
}

/** A term: a stem, with all words that have it. Lists have spaces between the words. */
export type WordsTerm = [
  stem: string,
  /**
   * The articles in order: the difference of each number from the one before, and a sign for its weight (`weight.ts`).
   * Where there are ranges, those after the last of these.
   */
  articles: string,
  /** The words that have this stem; empty where it is the stem alone, and `NO_WORD` where none has. */
  words?: string,
  /** Words of which a part has this stem: “o'brien” has “brien”. They are found by it, but do not ask for it. */
  around?: string,
  /**
   * Of a frequent term the articles up to the last range, in files of their own: the first batch after each range, and the
   * digests of the names of its articles and places.
   */
  ...ranges: WordsRange[],
];
export type WordsRange = [end: number, digests: string];

/** Stands for no word. */
export const NO_WORD = '-';

/**
 * A file of places, for the terms of a file of words in their order, each a row of numbers: for each article how many
 * places the term has, then the difference of each place from the one before. Places are counted in words, with one more
 * for the end of each paragraph. That of a range has one such row alone, and its file of articles the row of these.
 */
export type PlacesFile = string[];

/** The sorts of files. */
export type WordsSort = 'map' | 'terms' | 'places' | 'near';

/** How many letters of its first word a name has, in codes, since it can have any letter. */
const LETTERS_IN_NAME = 3;

/** The name of a file: `terms-73-74-72-k3vq5a.json`. @param word its first one, or the stem of a range */
export function wordsFileName(sort: WordsSort, word: string, digest: string): string {
  const letters = Array.from(word).slice(0, LETTERS_IN_NAME);
  const codes = letters.map((letter) => `${letter.codePointAt(0)?.toString(16)}-`).join('');
  return `${sort}-${codes}${digest}.json`;
}
