import { z } from 'astro/zod';
import { because } from '../fault.ts';
import { failing } from '../schema-fault.ts';
import { day, line, ownLine, REQUIRED } from '../text.ts';
import { wordsIn } from './word.ts';

const PATH = /^\/(?:[a-z0-9-]+\/)+$/;

/**
 * Words that contain a withheld name but mean something else: another person, a month, a verb. Somebody vouches for
 * that. An exception is not published.
 */
export const exceptionSchema = z.strictObject({
  /**
   * The words as they stand in the text, with some of the words beside them: “Mark my words”. If this is the name
   * alone, the exception counts only in the files of the pages under `at`, and in files of no page, such as lists.
   */
  words: line(300, REQUIRED),
  /** Paths of articles and records. Their own files may have the name alone, because there it is somebody else’s. */
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
  /** The day on which they said so. */
  date: day,
});

export type WithholdingException = z.infer<typeof exceptionSchema>;

/** True if an exception is the name alone, with no word beside it. */
export const isNameAlone = (
  { words }: Pick<WithholdingException, 'words'>,
  name: string,
): boolean => wordsIn(words).length <= wordsIn(name).length;
