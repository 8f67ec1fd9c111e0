import type { Kind } from '../authorities/authority.ts';
import { type ReadWords, wordsIn } from './word.ts';

// Not the list of the vocabulary, which would load its schemas in every thread; a kind that is missing is no type.
const KINDS = { people: true, places: true, organisations: true } satisfies Record<Kind, true>;
const PAGE = new RegExp(`^(?:\\d{4}/\\d\\d/\\d\\d|${Object.keys(KINDS).join('|')})/[^/]+/`);

/** The path of the article or record that a file of the site is of; empty for a file that is of none. */
export function pageOf(path: string): string {
  const [page = ''] = PAGE.exec(path) ?? [];
  return page && `/${page}`;
}

/** An exception made ready to be looked for. */
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
 * True where an exception counts for words that stand in a file.
 *
 * @param at index of the first of the words, and how many they are
 * @param path of the file in the site; empty for a text that is no file
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

/** How many words of a longer row may stand before those in its midst. */
const around = ({ length }: readonly string[], inner: number) =>
  Array.from({ length: Math.max(0, length - inner + 1) }, (_, before) => before);
