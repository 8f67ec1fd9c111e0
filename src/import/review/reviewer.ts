import type { Entry } from '../writing/entry.ts';
import type { Offer } from './offer.ts';

/** What an archivist says to an offer: file it, drop it, ask again later; or another name for it, which is then offered. */
export type Answer = 'yes' | 'no' | 'later' | { other: string };

/** Who answers, and what they are told on the way. */
export interface Reviewer {
  /** Which of the offers of an entry are to be asked about: each, none now, or none since all are taken as shown. */
  begin: (entry: Entry, words: readonly string[]) => Promise<'each' | 'all' | 'later'>;
  /** What is said to one of them, shown in these words; `all` takes the rest as well, which is shown too. */
  answer: (
    offer: Offer,
    words: string,
    rest: readonly string[],
  ) => Promise<Answer | 'all' | 'leave'>;
  tell: (note: string) => void;
}
