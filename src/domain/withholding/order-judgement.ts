import { type Certainty, type Judgement, NONE } from './judgement.ts';
import { indexesOf, type NameForm } from './name-form.ts';
import { GAP, hasGap, isLarge, isSmall, type ReadWords } from './word.ts';

/** Letters that are words by themselves in some language. */
const ONE_LETTER_WORD = /^[aeiouyàáéóавикосуя]$/u;

/** True if a letter is an initial. “X. Quorble” is the name, but “a May morning” is not Ada May. */
function isInitialAt(words: ReadWords, at: number, isAddress: boolean): boolean {
  if (isLarge(words, at) && hasGap(words.before(at + 1), GAP.dot)) return true;
  return !ONE_LETTER_WORD.test(words.word(at)) && (isAddress || isLarge(words, at));
}

/** True if a sentence ends between these words. A full stop after an initial does not end one. */
const isBroken = (words: ReadWords, indexes: readonly number[]): boolean =>
  indexes.slice(1).some((index) => {
    const gap = words.before(index);
    const isStop = hasGap(gap, GAP.dot) && hasGap(gap, GAP.space);
    return hasGap(gap, GAP.end) || (isStop && words.word(index - 1).length > 1);
  });

/**
 * The judgement of the words of a name in some order, perhaps with initials or other words between them.
 *
 * @param at index of the first word
 */
export function ofOrder(form: NameForm, words: ReadWords, at: number): Judgement {
  const indexes = indexesOf(form, at);
  const gaps = indexes.slice(1).map((index) => words.before(index));
  const isAddress = gaps.every((gap) => !hasGap(gap, GAP.space, GAP.comma, GAP.block));
  const isExact = (index: number) => form.exact[index - at]?.includes(words.word(index)) === true;
  const between = indexes.filter((index) => form.words[index - at]?.length === 0);
  const initials = indexes.filter(
    (index) => words.word(index).length === 1 && !isExact(index) && !between.includes(index),
  );
  const named = indexes.filter((index) => !between.includes(index) && !initials.includes(index));
  const judge = (certainty: Certainty, ifCommon: Certainty): Judgement => ({
    certainty,
    ifCommon,
    words: form.exact.filter(({ length }) => length > 0),
  });

  const isParted = between.length > 0 && gaps.some((gap) => hasGap(gap, GAP.comma, GAP.block));
  if (isParted || isBroken(words, indexes)) return NONE;
  if (!initials.every((index) => isInitialAt(words, index, isAddress))) return NONE;
  if (isAddress && named.every((index) => isSmall(words, index))) {
    const isPlain = between.every((index) => words.word(index).length === 1);
    return judge(isPlain ? 'certain' : 'likely', 'none');
  }
  const isLoose = gaps.some(
    (gap) => hasGap(gap, GAP.block) || (hasGap(gap, GAP.sign) && hasGap(gap, GAP.space)),
  );
  if (isLoose || [...named, ...between].some((index) => isSmall(words, index)))
    return judge('likely', 'none');
  // “Jana Novak” is not Jan Novak: if only the first name has an ending, it is often another person. The same
  // holds for a surname after an initial, if it is in Latin letters: there, surnames rarely take endings.
  const isInflected = named.some((index) => !isExact(index));
  const isLatin = form.exact.flat().every((word) => /^[a-zɯ]+$/.test(word));
  const isOther = isInflected && (isExact(at + form.last) || (initials.length > 0 && isLatin));
  return judge(isOther ? 'likely' : 'certain', 'likely');
}
