import type { Kind } from '../authorities/authority.ts';
import { type ReadWords, wordsIn } from './word.ts';

// The vocabulary has this list too, but importing it would load its schemas in every thread. The type check fails if a
// kind is missing here.
const KINDS = { people: true, places: true, organisations: true } satisfies Record<Kind, true>;
const PAGE = new RegExp(`^(?:\\d{4}/\\d\\d/\\d\\d|${Object.keys(KINDS).join('|')})/[^/]+/`);

/** The path of the article or record that a file of the site belongs to. Empty if it belongs to none. */
export function pageOf(path: string): string {
  const [page = ''] = PAGE.exec(path) ?? [];
  return page && `/${page}`;
}

/** An exception that is ready to be looked for: its text is split into words. */
export interface ReadException {
  words: readonly string[];
  at: readonly string[];
}

export const readException = ({
  words,
  at,
}: {
  words: string;
  at: readonly string[];
}): ReadException => ({
  words: wordsIn(words),
  at,
});

/**
 * True if an exception applies to these words of a file.
 *
 * @param at index of the first word, with the number of words as `length`
 * @param path of the file in the site; empty if the text is not a file
 */
export function isExcepted(
  exceptions: readonly ReadException[],
  words: ReadWords,
  { at, length }: { at: number; length: number },
  path: string,
): boolean {
  return exceptions.some((exception) => {
    const isLonger = exception.words.length > length;
    const page = pageOf(path);
    if (!isLonger && page !== '' && !exception.at.includes(page)) return false;
    return around(exception.words, length).some((before) =>
      exception.words.every((word, index) => words.word(at - before + index) === word),
    );
  });
}

/** If a row of words contains an inner run, the numbers of words that may stand before that run. */
const around = ({ length }: readonly string[], inner: number) =>
  Array.from({ length: Math.max(0, length - inner + 1) }, (_, before) => before);
