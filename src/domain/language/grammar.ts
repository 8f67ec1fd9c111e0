import type { Figure } from '../figures/figure.ts';

/** A count of people found in a sentence: what its words say, and where they stand. */
export interface StatedCount
  extends Pick<Figure, 'measure' | 'low' | 'best' | 'high' | 'qualifier'> {
  /** Index of the first character of its words in the sentence. */
  start: number;
  /** Index one past the last character. */
  end: number;
  /** Who is counted, in the sentence's words; empty where it only says a number. */
  group: string;
}

/**
 * What the archive knows about the words of one language. Each language has a folder beside this file and is listed in
 * `grammars.ts`. For a language that is not listed, claims that depend on its words are not checked.
 */
export interface Grammar {
  /** True where words name a number without its digits: “twelve”, “nobody”, “1.2m”. */
  namesNumber: (text: string, value: number) => boolean;
  /** How words qualify a number: “at least twelve” is atLeast. Empty where they do not name it. */
  qualifiersOf: (text: string, value: number) => Figure['qualifier'][];
  /** True where words put a number vaguely: “dozens”, “several”. */
  isVague: (text: string) => boolean;
  /** True where words count people under arms. */
  speaksOfArmed: (text: string) => boolean;
  /** Every count of people killed, injured, missing, abducted, detained or displaced that a sentence states. */
  countsIn: (sentence: string) => StatedCount[];
  /** True where two counts say the same number of the same people. */
  isSameCount: (a: StatedCount, b: StatedCount) => boolean;
  /** True for a common word (given in lower case) that is just as often a given name or a surname: “may”, “mark”. */
  isCommonWord: (word: string) => boolean;
}
