import { GRAMMARS } from '../language/grammars.ts';
import { isOfCalendar } from './calendar.ts';

/**
 * True for a word, in small letters, that is a name too: it takes a neighbour to tell it. Of a language that the archive
 * does not know the site itself tells its common words.
 */
export const isCommonWord = (word: string): boolean =>
  isOfCalendar(word) || [...GRAMMARS.values()].some((grammar) => grammar.isCommonWord(word));
