import { isOfCalendar } from './calendar.ts';
import type { Alternatives, NameForm } from './name-form.ts';
import { GAP, type ReadWords } from './word.ts';

/** How sure it is that words are the name. */
export type Certainty = 'certain' | 'likely' | 'none';

/** What words are held for, and what where all words of the name are words of the language too, as Mark, May and Rose are. */
export interface Judgement {
  certainty: Certainty;
  ifCommon: Certainty;
  /** The words that have to be common, each as one of its readings. */
  words: readonly Alternatives[];
}

/** So long a word that names run together make is no word of a language. */
const TOGETHER = 9;
/** So many letters one by one are no accident, whatever stands between them. */
const APART = 6;
/** So many letters read backwards are no other name. */
const BACKWARDS = 6;
/** Letters that are words by themselves in one language or another. */
const ONE_LETTER_WORD = /^[aeiouyàáéóавикосуя]$/u;
/** What makes letters run backwards. */
const TURNS = /<bdo\b|\brtl\b|bidi/i;

const NONE: Judgement = { certainty: 'none', ifCommon: 'none', words: [] };
const surely = (certainty: Certainty): Judgement => ({ certainty, ifCommon: certainty, words: [] });

const isLarge = (words: ReadWords, at: number) => words.written(at) !== 'small';
const isSmall = (words: ReadWords, at: number) => words.written(at) === 'small';
const hasGap = (gap: number, ...kinds: number[]) => kinds.some((kind) => (gap & kind) !== 0);

/** True for a word in running text, and not in an address, a tag or a row of words that are joined. */
const isRunning = (words: ReadWords, at: number): boolean =>
  hasGap(words.before(at), GAP.space) || hasGap(words.before(at + 1), GAP.space);

/** True where a name stands beside a word: with a capital, a space away, and no month. */
function hasNameBeside(words: ReadWords, at: number): boolean {
  const isName = (index: number, gap: number) =>
    index >= 0 &&
    index < words.count &&
    gap === GAP.space &&
    words.written(index) === 'capital' &&
    !isOfCalendar(words.word(index));
  return isName(at - 1, words.before(at)) || isName(at + 1, words.before(at + 1));
}

/** What a word with a capital is that is a word of the language too. */
function ofCommon(words: ReadWords, at: number, isOwn: boolean): Certainty {
  const after = words.before(at + 1);
  if (after === GAP.hyphen && at + 1 < words.count && isSmall(words, at + 1)) return 'none';
  const named: Certainty = isOwn ? 'certain' : 'likely';
  if (words.written(at) === 'capital' && hasNameBeside(words, at)) return named;
  if (isOfCalendar(words.word(at))) return 'none';
  const isWithin = words.before(at) === GAP.space && at > 0 && isSmall(words, at - 1);
  return isWithin ? named : 'none';
}

function ofSingle({ exact }: NameForm, words: ReadWords, at: number, isOwn: boolean): Judgement {
  if (words.written(at) === 'caseless') return surely('certain');
  if (!isSmall(words, at))
    return { certainty: 'certain', ifCommon: ofCommon(words, at, isOwn), words: exact };
  return isRunning(words, at) ? NONE : { certainty: 'certain', ifCommon: 'none', words: exact };
}

/** The indexes of the words of a form. */
const indexesOf = ({ words }: NameForm, at: number) => words.map((_, index) => at + index);

function ofWhole(form: NameForm, words: ReadWords, at: number): Judgement {
  const [first = at, ...rest] = indexesOf(form, at);
  const isApart = rest.some((index) => hasGap(words.before(index), GAP.dot, GAP.end, GAP.block));
  const isAllSmall = [first, ...rest].every((index) => isSmall(words, index));
  const ifCommon = isAllSmall ? 'none' : isApart ? 'likely' : 'certain';
  return { certainty: 'certain', ifCommon, words: form.exact };
}

/** True for a letter that is an initial: “X. Quorble” is the name, and “a May morning” no Ada May. */
function isInitialAt(words: ReadWords, at: number, isAddress: boolean): boolean {
  if (isLarge(words, at) && hasGap(words.before(at + 1), GAP.dot)) return true;
  return !ONE_LETTER_WORD.test(words.word(at)) && (isAddress || isLarge(words, at));
}

/** True where a sentence ends between words at indexes; a full stop after an initial ends none. */
const isBroken = (words: ReadWords, indexes: readonly number[]): boolean =>
  indexes.slice(1).some((index) => {
    const gap = words.before(index);
    const isStop = hasGap(gap, GAP.dot) && hasGap(gap, GAP.space);
    return hasGap(gap, GAP.end) || (isStop && words.word(index - 1).length > 1);
  });

function ofOrder(form: NameForm, words: ReadWords, at: number): Judgement {
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
  // “Jana Novak” is no Jan Novak: an ending of the first name alone tells another person as often; so does one after an
  // initial in Latin letters, where surnames have few.
  const isInflected = named.some((index) => !isExact(index));
  const isLatin = form.exact.flat().every((word) => /^[a-zɯ]+$/.test(word));
  const isOther = isInflected && (isExact(at + form.last) || (initials.length > 0 && isLatin));
  return judge(isOther ? 'likely' : 'certain', 'likely');
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
  // A letter in each cell of a table, or in each item of a list.
  if (!sewn && form.how === 'spaced')
    return surely(form.words.flat().join('').length >= APART ? 'certain' : 'likely');
  if (!sewn) return NONE;
  if (form.how === 'spaced') return surely('certain');
  // The second part of a word that is parted goes on as the first began: “Rose Mary” is no Rosemary.
  const isParted = rest.some(
    (index) => isSmall(words, index) && hasGap(words.before(index), GAP.hyphen),
  );
  const isCapital = rest.every((index) => words.written(index) === 'capital');
  return surely(isCapital || (form.words.length === 2 && !isParted) ? 'none' : 'certain');
}

/** Digits for letters: a word that is not of the name as it is has both. */
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

/** The bytes around words, where they can be told. */
export interface Source {
  /** What stands before the words. */
  before: () => string;
  /** What is written from the word at an index on. */
  from: (at: number) => string;
}

const NOWHERE: Source = { before: () => '', from: () => '' };

/**
 * How sure it is that a form of a name that stands in words is the name.
 *
 * @param at index of its first word
 * @param isOwn whether the words are of the article that withholds the name
 * @param source what the file has there, where that can be told
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
      // “The Quorbles” tells who the child is in the article that withholds a Quorble, and in no other.
      const judgement = ofSingle(form, words, at, isOwn);
      return {
        ...judgement,
        certainty: isOwn && isLarge(words, at) ? 'likely' : 'none',
        ifCommon: 'none',
      };
    }
  }
}
