/**
 * How much a word weighs in an article: how often it stands there, more in the heading and the first paragraph, for the
 * length of the text. It depends on the article alone, so that another article changes nothing.
 */

/** What an occurrence counts in the heading, in the first paragraph, and further below. */
const IN_HEADING = 10;
const IN_OPENING = 3;
const IN_BODY = 1;

/** A text of so many words counts as it is. Of longer ones a word weighs less, with half of the difference. */
const USUAL_LENGTH = 300;
const OF_LENGTH = 0.5;

/** Steps of a doubling, and the step of the weight 1. There are 64 steps. */
const STEPS = 6;
const OF_ONE = 20;
const LAST_STEP = 63;

/** The lengths of an article in words: all, and where heading and first paragraph end. */
export interface Extent {
  heading: number;
  opening: number;
  all: number;
}

/** The step of a word's weight, from 0 to 63. @param places of the word, in order */
export function weightStep(places: readonly number[], { heading, opening, all }: Extent): number {
  let count = 0;
  for (const place of places)
    count += place < heading ? IN_HEADING : place < opening ? IN_OPENING : IN_BODY;
  const weight = count / (1 - OF_LENGTH + (OF_LENGTH * all) / USUAL_LENGTH);
  return Math.min(LAST_STEP, Math.max(0, Math.round(OF_ONE + STEPS * Math.log2(weight))));
}

/** The weight of a step. */
export const weightOf = (step: number): number => 2 ** ((step - OF_ONE) / STEPS);

/** At this weight a word has half of the rank that it can have. */
const HALF = 2;

/**
 * The rank of an article for a word or phrase: more the rarer that is, and less and less more the more it weighs.
 *
 * @param holding how many of all articles have it
 */
export function rankOf(weight: number, holding: number, all: number): number {
  const rarity = Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
  return rarity * (weight / (weight + HALF));
}
