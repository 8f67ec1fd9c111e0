import { isOfCalendar } from './calendar.ts';
import { type Certainty, type Judgement, NONE, surely } from './judgement.ts';
import type { NameForm } from './name-form.ts';
import { GAP, isRunning, isSmall, type ReadWords } from './word.ts';

/** True if another name is beside a word: it has a capital, only a space is between, and it is no month or day. */
function hasNameBeside(words: ReadWords, at: number): boolean {
  const isName = (index: number, gap: number) =>
    index >= 0 &&
    index < words.count &&
    gap === GAP.space &&
    words.written(index) === 'capital' &&
    !isOfCalendar(words.word(index));
  return isName(at - 1, words.before(at)) || isName(at + 1, words.before(at + 1));
}

/** How sure it is that a common word is the name, if it has a capital. */
function ofCommon(words: ReadWords, at: number, isOwn: boolean): Certainty {
  const after = words.before(at + 1);
  if (after === GAP.hyphen && at + 1 < words.count && isSmall(words, at + 1)) return 'none';
  const named: Certainty = isOwn ? 'certain' : 'likely';
  if (words.written(at) === 'capital' && hasNameBeside(words, at)) return named;
  if (isOfCalendar(words.word(at))) return 'none';
  const isWithin = words.before(at) === GAP.space && at > 0 && isSmall(words, at - 1);
  return isWithin ? named : 'none';
}

/**
 * The judgement of a name of one word.
 *
 * @param at index of the word
 * @param isOwn whether the words are of the article that withholds the name
 */
export function ofSingle(
  { exact }: NameForm,
  words: ReadWords,
  at: number,
  isOwn: boolean,
): Judgement {
  if (words.written(at) === 'caseless') return surely('certain');
  if (!isSmall(words, at))
    return { certainty: 'certain', ifCommon: ofCommon(words, at, isOwn), words: exact };
  return isRunning(words, at) ? NONE : { certainty: 'certain', ifCommon: 'none', words: exact };
}
