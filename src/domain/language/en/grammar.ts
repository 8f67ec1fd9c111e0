import { fold } from '../fold.ts';
import type { Grammar } from '../grammar.ts';
import { isCommonWord } from './common-word.ts';
import { countsIn, isSameCount } from './counts/stated-count.ts';
import { isVague, namesNumber, qualifiersOf } from './number-words.ts';

const ARMED =
  /(?<!non ?)\b(?:soldiers?|troops|fighters?|militants?|combatants?|gunmen|militiamen|servicemen|rebels?)\b/u;

/** What the archive knows of English. */
export const english: Grammar = {
  namesNumber,
  qualifiersOf,
  isVague,
  speaksOfArmed: (text) => ARMED.test(fold(text)),
  countsIn,
  isSameCount,
  isCommonWord,
};
