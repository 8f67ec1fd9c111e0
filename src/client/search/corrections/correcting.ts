import type { Near } from '../../../domain/search/corrections/near-words.ts';
import type { Part } from '../../../domain/search/query/part.ts';
import type { SearchState } from '../../../domain/search/state.ts';
import type { Finding } from '../finding/finding.ts';
import type { TextEngine } from '../texts/engine.ts';
import { FEW } from './few.ts';
import type { Guesses } from './guesses.ts';
import { isQuoted, replaced } from './rewriting.ts';

/** A search with its misspelt words put right, and what that finds. */
export interface Corrected {
  state: SearchState;
  finding: Finding;
}

/** Amounts and dates are not guessed; what stands between `OR` finds as much as one of it has. */
const isOfWords = ({ type }: Part) => type === 'word' || type === 'phrase' || type === 'name';

/**
 * Puts the words of a search right that no text and no name has, and rare ones where it finds nothing; then searches again.
 * What stands in quotation marks stays.
 *
 * @param again searches
 * @returns undefined where there is nothing to put right, or no guess is any better
 */
export async function corrected(
  state: SearchState,
  { missing, rare, begun, parts, articles }: Finding,
  guesses: Guesses,
  again: (state: SearchState) => Promise<Finding>,
): Promise<Corrected | undefined> {
  if (state.exact || missing.length > MOST) return undefined;
  const unquoted = (some: readonly Part[]) =>
    some.filter((part) => isOfWords(part) && !isQuoted(state.q, part.written));
  // Where nothing is found, a rare word may be misspelt in an article too, and a beginning may be none.
  const doubtful = articles.length > 0 ? [] : [...rare.keys(), ...(begun ? [begun.part] : [])];
  const made = [
    ...(await guesses.ofAll(unquoted(missing), parts)),
    ...(await guesses.ofAll(unquoted(doubtful), parts, true)).filter(({ meant }) =>
      isLikelier(meant, FEW, LIKE),
    ),
  ];
  const q = made.reduce(
    (text, { written, meant }) => replaced(text, written, meant.written),
    state.q,
  );
  if (made.length === 0 || q === state.q) return undefined;
  const better = { ...state, q };
  const finding = await again(better);
  return finding.articles.length > 0 ? { state: better, finding } : undefined;
}

/** A text that was pasted has more that no article has, and nobody meant all of it otherwise. */
const MOST = 8;

/** What is offered in place of it is so much more frequent, in doublings, and no more unlike than this, a letter. */
const MORE = 3;
const LIKE = 0.15;
/** The same for a word that finds something, which is most often meant as it is; a shorter one is like too many. */
const LIKER = 0.1;
const LONG = 6;

const isLikelier = ({ unlike, step, letters }: Near, count: number, like: number) =>
  unlike <= like * letters.length && step >= MORE + Math.log2(count);

/**
 * What is offered in place of parts of a search, by the words as written: of parts that no text has, of phrases with a word
 * that none has, and of rare words where another is much likelier.
 */
export async function offered(
  { missing, rare, parts }: Finding,
  guesses: Guesses,
  texts: Pick<TextEngine, 'holding'>,
): Promise<Map<string, string>> {
  const offers = new Map<string, string>();
  const offer = async (part: Part) => {
    const meant = await (part.type === 'phrase'
      ? phraseMeant(part, parts, guesses, texts)
      : guesses.of(part, parts).then((near) => near?.written));
    if (meant !== undefined) offers.set(part.written, meant);
  };
  const offerLikelier = async ([part, count]: [Part, number]) => {
    if (part.written.length < LONG) return;
    const near = await guesses.of(part, parts);
    if (near && isLikelier(near, count, LIKER)) offers.set(part.written, near.written);
  };
  await Promise.all([
    ...missing.filter(isOfWords).slice(0, MOST).map(offer),
    ...[...rare].slice(0, MOST).map(offerLikelier),
  ]);
  return offers;
}

/** A phrase with those of its words put right that no text has; undefined where there is none. */
async function phraseMeant(
  { words }: Part,
  parts: readonly Part[],
  guesses: Guesses,
  texts: Pick<TextEngine, 'holding'>,
): Promise<string | undefined> {
  const isHeld = await Promise.all(
    words.map(async (word) => (await texts.holding([word])).size > 0),
  );
  const meant = await Promise.all(
    words.map((word, at) => (isHeld[at] ? undefined : guesses.of({ words: [word] }, parts))),
  );
  if (!meant.some(Boolean)) return undefined;
  return words.map((word, at) => meant[at]?.written ?? word).join(' ');
}
