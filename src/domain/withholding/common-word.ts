import { GRAMMARS } from '../language/grammars.ts';
import { isOfCalendar } from './calendar.ts';

/**
 * True for an ordinary word that may also be a name. Only the words beside it tell which it is. If the archive does not
 * know a language, the site itself lists the common words of that language.
 *
 * @param word in small letters
 */
export const isCommonWord = (word: string): boolean =>
  isOfCalendar(word) || [...GRAMMARS.values()].some((grammar) => grammar.isCommonWord(word));
