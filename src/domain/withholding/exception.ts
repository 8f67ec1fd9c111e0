import { z } from 'astro/zod';
import { because } from '../fault.ts';
import { failing } from '../schema-fault.ts';
import { day, line, ownLine } from '../text.ts';
import { wordsIn } from './word.ts';

const PATH = /^\/(?:[a-z0-9-]+\/)+$/;

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
      z
        .string()
        .refine(
          (path) => PATH.test(path),
          failing(
            because(
              'withheld/page',
              'A page is named by its path, which starts and ends with a slash.',
              'Write it as in its address: /2023/10/16/some-slug/ or /people/some-id/.',
            ),
          ),
        ),
    )
    .default([]),
  /** What the words mean. */
  reason: ownLine(1000),
  /** Who says so. */
  by: ownLine(200),
  /** The day on which that was said. */
  date: day,
});

export type WithholdingException = z.infer<typeof exceptionSchema>;

/** True for an exception that is the name and no word beside it. */
export const isNameAlone = (
  { words }: Pick<WithholdingException, 'words'>,
  name: string,
): boolean => wordsIn(words).length <= wordsIn(name).length;
