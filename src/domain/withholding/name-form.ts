/**
 * How a form comes of a name: its words as they are; its one word; its words in another order, inflected, with initials or
 * with a word between; run together; letter by letter; a word in two parts; letters backwards; digits for letters; one
 * letter with what stands beside it; its last word alone.
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

/** What a word may be read as, folded; any word at all where there is nothing. */
export type Alternatives = readonly string[];

/** A form in which a name may stand. */
export interface NameForm {
  how: How;
  words: readonly Alternatives[];
  /** Of each of `words` those that are a word of the name as it is. */
  exact: readonly Alternatives[];
  /** Index in `words` of the last word of the name. */
  last: number;
}

/** The indexes of the words of a form that begins at an index. */
export const indexesOf = ({ words }: NameForm, at: number) => words.map((_, index) => at + index);

/** A name in its parts. */
export interface Parts {
  /** Each word, as it is written. */
  written: readonly string[];
  exact: readonly Alternatives[];
}
