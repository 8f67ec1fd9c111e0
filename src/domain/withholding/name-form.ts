/**
 * How a form is made from a name:
 *
 * - `whole`: all its words as they are
 * - `single`: its only word
 * - `order`: its words in any order, perhaps inflected, with initials or with a word between
 * - `joined`: its words run together
 * - `spaced`: letter by letter
 * - `parted`: a word split in two
 * - `reversed`: letters backwards
 * - `digits`: digits in place of letters
 * - `beside`: one letter with what stands beside it
 * - `part`: its last word alone
 */
export type How =
  | 'whole'
  | 'single'
  | 'order'
  | 'joined'
  | 'spaced'
  | 'parted'
  | 'reversed'
  | 'digits'
  | 'beside'
  | 'part';

/** The readings of a word, folded. An empty list stands for any word. */
export type Alternatives = readonly string[];

/** A form in which a name may stand. */
export interface NameForm {
  how: How;
  words: readonly Alternatives[];
  /** For each of `words`, only the readings that are the name’s own word, unchanged. */
  exact: readonly Alternatives[];
  /** Index in `words` of the last word of the name. */
  last: number;
}

/** The indexes of all words of a form that begins at an index. */
export const indexesOf = ({ words }: NameForm, at: number) => words.map((_, index) => at + index);

/** A name split into its words. */
export interface Parts {
  /** Each word, as it is written. */
  written: readonly string[];
  exact: readonly Alternatives[];
}
