import { COUNTED_FOR, MEANT } from '../../../messages/misspelling.ts';
import { make } from '../../dom.ts';
import { countSentence } from '../results/results.ts';
import type { Answer } from '../session.ts';

type Child = string | HTMLElement;

/** Words in quotation marks, told apart from those beside them if they are of a script from the right. */
const quoted = (words: string): Child[] => ['“', make('bdi', {}, words), '”'];

/** How many articles were found, and of which words; and what other words are offered, by those as written. */
export function statusOf(
  { finding, corrected, page, pages }: Answer,
  offers: ReadonlyMap<string, string>,
  lang: string,
): Child[] {
  const counted = countSentence(finding.articles.length, page, pages, lang);
  const [before, after] = COUNTED_FOR;
  const said = corrected ? [before, ...quoted(corrected.q), after, counted] : [counted];
  if (offers.size === 0) return said;
  const meant = [...offers.values()].flatMap((words, at) => [
    ...(at > 0 ? [', '] : []),
    ...quoted(words),
  ]);
  return [...said, ' ', MEANT[0], ...meant, MEANT[1]];
}
