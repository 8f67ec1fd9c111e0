import type { Alternatives } from './name-form.ts';

/** How sure it is that words are the name. */
export type Certainty = 'certain' | 'likely' | 'none';

/** A certainty that may depend on common words: names that are also ordinary words, such as Mark, May or Rose. */
export interface Judgement {
  certainty: Certainty;
  /** How sure it is if every one of `words` is common. */
  ifCommon: Certainty;
  /** The words that may be common, each with its possible readings. */
  words: readonly Alternatives[];
}

/** The words are not the name. */
export const NONE: Judgement = { certainty: 'none', ifCommon: 'none', words: [] };

/** The same certainty, whether the words are common or not. */
export const surely = (certainty: Certainty): Judgement => ({
  certainty,
  ifCommon: certainty,
  words: [],
});
