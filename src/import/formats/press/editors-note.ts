import { shownWords } from '../../../domain/problem.ts';
import { asLine } from '../../source-document.ts';
import type { Skipped } from '../skipped.ts';

/** Words to editors by which an agency holds back, or takes back, what it has sent; a report may be about an embargo. */
const HELD =
  /\b(?:embargo(?:ed)?(?: until| till| to\b| for)|embargo:|under embargo|hold for release|not for (?:publication|release|use)|do not (?:use|publish|release)|(?:mandatory|bulletin|story) kill|kill (?:the )?(?:story|item)|advance for (?:use|release)|sperrfrist)\b/iu;

/**
 * Why an item is passed over by what its note to editors says. Whether such a hold has ended cannot be told from its
 * words, so it holds.
 */
export const heldByNote = (note: string | undefined): Skipped | undefined =>
  note !== undefined && HELD.test(note)
    ? {
        skipped: `its note to editors holds it back (“${shownWords(note)}”): if it is public, give it as text`,
        as: 'withdrawn',
      }
    : undefined;

/** A note to editors is no text of the article; the archivist is told it. */
export const notesOfNote = (note: string | undefined): string[] => {
  const line = asLine(note, 200);
  return line ? [`its note to editors left out: “${line}”`] : [];
};
