import { z } from 'astro/zod';
import { because } from '../problem.ts';
import { day, line } from '../text.ts';
import { type ReadWords, wordsIn } from './word.ts';

/**
 * Words that have a withheld name in them and are not the name, by somebody’s word: another person’s, a month’s, a
 * verb’s. It is not published.
 */
export const exceptionSchema = z.strictObject({
  /**
   * The words as they stand there, with some of those beside them: “Mark my words”. The name alone tells nothing apart
   * and counts only in the files of the pages under `at`, and in lists.
   */
  words: line(300),
  /** Paths of the articles and records whose own files may have the name alone, since it is another’s there. */
  at: z
    .array(
      z.string().regex(/^\/(?:[a-z0-9-]+\/)+$/, {
        error: because(
          'A page is named by its path, which starts and ends with a slash.',
          'Write it as in its address: /2023/10/16/some-slug/ or /people/some-id/.',
        ),
      }),
    )
    .default([]),
  /** What the words mean. */
  reason: line(1000),
  /** Who says so. */
  by: line(200),
  /** The day on which that was said. */
  date: day,
});

export type WithholdingException = z.infer<typeof exceptionSchema>;

/** The way to the files of an article or a record; empty for a file that is of none. */
export function pageOf(path: string): string {
  const [page = ''] =
    /^(?:\d{4}\/\d\d\/\d\d|people|places|organisations)\/[^/]+\//.exec(path) ?? [];
  return page && `/${page}`;
}

/** True for an exception that is the name and no word beside it. */
export const isNameAlone = (
  { words }: Pick<WithholdingException, 'words'>,
  name: string,
): boolean => wordsIn(words).length <= wordsIn(name).length;

/** An exception made ready to be looked for. */
export interface ReadException {
  words: readonly string[];
  at: readonly string[];
}

export const readException = ({
  words,
  at,
}: Pick<WithholdingException, 'words' | 'at'>): ReadException => ({
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
