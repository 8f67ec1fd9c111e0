import { type Judgement, NONE, surely } from './judgement.ts';
import { indexesOf, type NameForm } from './name-form.ts';
import { ofOrder } from './order-judgement.ts';
import { ofSingle } from './single-judgement.ts';
import { GAP, hasGap, isLarge, isRunning, isSmall, type ReadWords } from './word.ts';

/** A name run together into one word needs this many letters to be certain: shorter ones may be other words. */
const TOGETHER = 9;
/** This many single letters in a row are certainly the name and no accident, whatever stands between them. */
const APART = 6;
/** A name of several words that is written backwards needs this many letters to be certain. */
const BACKWARDS = 6;
/** Markup that makes letters run backwards. */
const TURNS = /<bdo\b|\brtl\b|bidi/i;

function ofWhole(form: NameForm, words: ReadWords, at: number): Judgement {
  const [first = at, ...rest] = indexesOf(form, at);
  const isApart = rest.some((index) => hasGap(words.before(index), GAP.dot, GAP.end, GAP.block));
  const isAllSmall = [first, ...rest].every((index) => isSmall(words, index));
  const ifCommon = isAllSmall ? 'none' : isApart ? 'likely' : 'certain';
  return { certainty: 'certain', ifCommon, words: form.exact };
}

function ofJoined(words: ReadWords, at: number): Judgement {
  if (words.word(at).length >= TOGETHER) return surely('certain');
  if (isSmall(words, at) && isRunning(words, at)) return NONE;
  return { certainty: 'certain', ifCommon: 'none', words: [[words.word(at)]] };
}

function ofRow(form: NameForm, words: ReadWords, at: number): Judgement {
  const [, ...rest] = indexesOf(form, at);
  const sewn = rest.every(
    (index) => !hasGap(words.before(index), GAP.end, GAP.comma, GAP.sign, GAP.block),
  );
  // One letter in each cell of a table, or in each item of a list.
  if (!sewn && form.how === 'spaced')
    return surely(form.words.flat().join('').length >= APART ? 'certain' : 'likely');
  if (!sewn) return NONE;
  if (form.how === 'spaced') return surely('certain');
  // If a hyphen parts a word, its second part has no capital. So “Rose Mary” is not Rosemary.
  const isParted = rest.some(
    (index) => isSmall(words, index) && hasGap(words.before(index), GAP.hyphen),
  );
  const isCapital = rest.every((index) => words.written(index) === 'capital');
  return surely(isCapital || (form.words.length === 2 && !isParted) ? 'none' : 'certain');
}

/** Digits in place of letters. A word counts only if it has digits and letters. */
function ofDigits(
  form: NameForm,
  words: ReadWords,
  at: number,
  source: (at: number) => string,
): Judgement {
  const indexes = indexesOf(form, at);
  const other = indexes.filter((index) => !form.exact[index - at]?.includes(words.word(index)));
  const isMixed = (index: number) => {
    const [run = ''] = /^[^\s\p{P}\p{S}]+/u.exec(source(index)) ?? [];
    return /\d/.test(run) && /\p{L}/u.test(run);
  };
  const isApart = indexes.slice(1).some((index) => hasGap(words.before(index), GAP.end, GAP.block));
  return surely(other.length > 0 && !isApart && other.every(isMixed) ? 'certain' : 'none');
}

/** The text around words, as it is in the file. */
export interface Source {
  /** The text before the words. */
  before: () => string;
  /** The text that starts with the word at an index. */
  from: (at: number) => string;
}

const NOWHERE: Source = { before: () => '', from: () => '' };

/**
 * Judges how sure it is that words are the name. A form of the name was found in them.
 *
 * @param at index of the first word
 * @param isOwn whether the words are of the article that withholds the name
 * @param source the text around the words; left out if it is not known
 */
export function judged(
  form: NameForm,
  words: ReadWords,
  at: number,
  isOwn: boolean,
  source: Source = NOWHERE,
): Judgement {
  switch (form.how) {
    case 'whole':
      return ofWhole(form, words, at);
    case 'single':
      return ofSingle(form, words, at, isOwn);
    case 'order':
      return ofOrder(form, words, at);
    case 'joined':
      return ofJoined(words, at);
    case 'spaced':
    case 'parted':
      return ofRow(form, words, at);
    case 'reversed': {
      const isLong = form.words.length > 1 && form.words.flat().join('').length >= BACKWARDS;
      return isLong || TURNS.test(source.before()) ? surely('certain') : NONE;
    }
    case 'digits':
      return ofDigits(form, words, at, source.from);
    case 'beside':
      return surely('likely');
    case 'part': {
      // “The Quorbles” shows who the child is, but only in the article that withholds a Quorble.
      const judgement = ofSingle(form, words, at, isOwn);
      return {
        ...judgement,
        certainty: isOwn && isLarge(words, at) ? 'likely' : 'none',
        ifCommon: 'none',
      };
    }
  }
}
