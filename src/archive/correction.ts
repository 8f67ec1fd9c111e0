import { z } from 'astro/zod';
import { paragraphId } from './paragraph.ts';
import { because } from './problem.ts';
import { day, line } from './text.ts';

const PARAGRAPH = /^p-[a-z2-7]{8}(?:-\d+)?$/;
const PUBLISHED = /^(?:p-[a-z2-7]{8}(?:-\d+)?|f-[a-z0-9]+(?:-[a-z0-9]+)*|title|date)$/;

/** True where words do not make the id of the paragraph that they are said to be. */
const isOfOther = (was = '', text = '') =>
  PARAGRAPH.test(was) && was.replace(/(?<=^p-.{8})-\d+$/, '') !== paragraphId(text);

/** A change to what was published, said openly. */
export const correctionSchema = z
  .strictObject({
    /** The day of the correction. */
    date: day,
    /** What changed and why, for the reader. */
    note: line(1000),
    /** What changed, as it was published: the id of a paragraph (`p-…`) or a figure (`f-…`), `title` or `date`. */
    was: z
      .string()
      .regex(PUBLISHED, {
        error: because(
          'A correction names what it changes: the id of a paragraph or a figure, title or date.',
          'Copy the id from its permalink: p- and eight characters, or f- and the id of a figure.',
        ),
      })
      .optional(),
    /** What it said. */
    text: line(20_000).optional(),
    /** Id of a paragraph that the correction added; there is nothing that it said before. */
    added: z
      .string()
      .regex(PARAGRAPH, {
        error: because(
          'What was added is a paragraph, named by its id.',
          'Copy the id from its permalink: p- and eight characters.',
        ),
      })
      .optional(),
    /** True for a slip of the pen that changed no meaning; it is listed like any other correction. */
    typo: z.boolean().default(false),
  })
  .check((context) => {
    const { was, text, added } = context.value;
    const fail = (key: string, message: string) =>
      context.issues.push({ code: 'custom', message, input: context.value, path: [key] });
    if (
      (added === undefined) === (was === undefined) ||
      (was === undefined) !== (text === undefined)
    ) {
      fail(
        was === undefined ? 'added' : 'was',
        because(
          'A correction says what was published and what it said (was and text), or what was added.',
          'Write was: and text: for a change, added: for a new paragraph.',
        ),
      );
    } else if (isOfOther(was, text)) {
      fail(
        'text',
        because(
          `The id of a paragraph is made of its words: these make ${paragraphId(text ?? '')}.`,
          'Copy the paragraph as it was published, to the letter.',
        ),
      );
    }
  });

export type Correction = z.infer<typeof correctionSchema>;

/**
 * A correction of which the old words are others. The id of a paragraph is made of its words, and changes with them.
 *
 * @param change what the words become
 */
export function withWords(correction: Correction, change: (words: string) => string): Correction {
  const { was, text } = correction;
  if (was === undefined || text === undefined) return correction;
  const words = change(text);
  const id = (old: string) => old.replace(/^p-.{8}/, paragraphId(words));
  return { ...correction, was: PARAGRAPH.test(was) ? id(was) : was, text: words };
}

/**
 * Corrections that name the paragraphs that they added by other ids.
 *
 * @param from ids of the paragraphs of a text that may be written, in order
 * @param to the ids by which these are to be named, in the same order
 */
export function withAdded(
  corrections: readonly Correction[],
  from: readonly string[],
  to: readonly string[],
): Correction[] {
  return corrections.map((correction) => {
    const added = to[from.indexOf(correction.added ?? '')];
    return added === undefined ? correction : { ...correction, added };
  });
}
