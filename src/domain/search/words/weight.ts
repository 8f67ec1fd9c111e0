/**
 * How much a word weighs in an article: how often it stands there, more in the heading and the first paragraph, for the
 * length of the text. It depends on the article alone, so that another article changes nothing.
 */

/** What an occurrence counts in the heading, in the first paragraph, and further below. */
const IN_HEADING = 10;
const IN_OPENING = 3;
const IN_BODY = 1;

/** In a text of more words one weighs less, with half of the difference. */
const LONG = 300;
const OF_LENGTH = 0.5;
/** So does one in a note of fewer words, which says little more than its headline: down to half. */
const NOTE = 60;

/** A text in which more words than this part are numbers is a table or a list of prices. Its words weigh less. */
const NUMBERS_OF_TABLE = 0.2;
const IN_TABLE = 0.25;

/** Steps of a doubling, and the step of the weight 1. There are 32 steps. */
const STEPS = 3;
const OF_ONE = 10;
const LAST_STEP = 31;

/** The lengths of an article in words: all, where heading and first paragraph end, and how many are numbers. */
export interface Extent {
  heading: number;
  opening: number;
  all: number;
  numbers: number;
}

/**
 * A word's weight as a sign from 0 to 63: its step, and whether the heading has it.
 *
 * @param places of the word, in order
 */
export function weightSign(places: readonly number[], extent: Extent): number {
  const { heading, opening, all, numbers } = extent;
  let count = 0;
  for (const place of places)
    count += place < heading ? IN_HEADING : place < opening ? IN_OPENING : IN_BODY;
  if (numbers > NUMBERS_OF_TABLE * all) count *= IN_TABLE;
  if (all < NOTE) count *= (1 + all / NOTE) / 2;
  if (all > LONG) count /= 1 + (OF_LENGTH * (all - LONG)) / LONG;
  const step = Math.round(OF_ONE + STEPS * Math.log2(count));
  const isHeaded = (places[0] ?? heading) < heading;
  return 2 * Math.min(LAST_STEP, Math.max(0, step)) + Number(isHeaded);
}

/** The weight that a sign tells. */
export const weightOf = (sign: number): number => 2 ** ((Math.floor(sign / 2) - OF_ONE) / STEPS);

/** Whether a sign tells that the heading has the word. */
export const isInHeading = (sign: number): boolean => sign % 2 === 1;

/** At this weight a word has half of the rank that it can have. */
const HALF = 2;

/** How much it says of an article that it has something: more the fewer of all articles have it. */
export const rarityOf = (holding: number, all: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/**
 * The rank of an article for a word or phrase: more the rarer that is, and less and less more the more it weighs.
 *
 * @param holding how many of all articles have it
 */
export const rankOf = (weight: number, holding: number, all: number): number =>
  rarityOf(holding, all) * (weight / (weight + HALF));

/** The rank of an article that is filed under a name: above all that only have its words, more with each mention. */
export const filedRankOf = (mentions: number, holding: number, all: number): number =>
  rarityOf(holding, all) * (1 + mentions / (mentions + HALF));
