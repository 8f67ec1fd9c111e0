import { z } from 'astro/zod';
import { because, type Fault } from '../fault.ts';
import { MEDIA_ID } from '../media/media-id.ts';
import { failing, issueOf, whatever } from '../schema-fault.ts';
import { day, ownLine } from '../text.ts';
import { paragraphId } from './paragraph.ts';

const PART = /^[po]-[a-z2-7]{8}(?:-\d+)?$/;
const MEDIUM = /^m-[a-z2-7]{12}(?:\.(?:caption|creditLine|creator|dateCreated|words))?$/;
const FIGURE = /^f-[a-z0-9]+(?:-[a-z0-9]+)*$/;

// biome-ignore format: a list of names
/** The fields of an article whose old value a correction may state. `layout` is the markup of its text. */
const ARTICLE_FIELDS = [
  'title', 'date', 'summary', 'text', 'lang', 'dateline', 'source.publisher', 'source.url', 'source.archivedUrl',
  'source.accessed', 'source.published', 'source.author', 'source.volume', 'source.issue', 'source.edition',
  'source.page', 'source.sha256', 'source.capture', 'layout',
];
// biome-ignore format: a list of names
/** The same for an authority record. */
const RECORD_FIELDS = [
  'name', 'sortName', 'description', 'sameAs', 'coordinates', 'partOf', 'distinctFrom',
];

const partIdOf = (was: string, text: string) => was.slice(0, 2) + paragraphId(text).slice(2);

/** True where an id of a part of a text was not made from the words that the correction gives for it. */
const isOfOther = (was = '', text = '') =>
  PART.test(was) && was.replace(/(?<=^[po]-.{8})-\d+$/, '') !== partIdOf(was, text);

const said = {
  /** The day of the correction. */
  date: day,
  /** What changed and why, for the reader. */
  note: ownLine(1000),
  /** True for a typing error that changed no meaning; it is listed like any other correction. */
  typo: z.boolean().default(false),
};

/** A correction of an article: a change to what was published, told to the reader. */
export const correctionSchema = z
  .strictObject({
    ...said,
    /**
     * What was changed: the id that it had, of a paragraph (`p-…`), of another part of the text (`o-…`), of a figure
     * (`f-…`) or of a medium (`m-…`, or `m-….caption`), or the name of a field.
     */
    was: z
      .string()
      .refine(
        (was) =>
          PART.test(was) || FIGURE.test(was) || MEDIUM.test(was) || ARTICLE_FIELDS.includes(was),
        failing(
          because(
            'correction/field',
            'A correction names what it changes: the id of a paragraph, a figure or a medium, title or date, or another field.',
            `Copy the id from its permalink: p- and eight characters, f- and the id of a figure, or m- and twelve characters; what is told of a medium is m-….caption, creditLine, creator, dateCreated or words. The fields are ${ARTICLE_FIELDS.join(', ')}.`,
          ),
        ),
      )
      .optional(),
    /** What it said before; of a medium that was taken out, what it showed. */
    text: ownLine(20_000).optional(),
    /**
     * Id of a paragraph that the correction added, or `title` where it added a headline. Beside `was` with the id of a
     * medium: the id of the one that stands in its place (`m-…`), where its readers are told.
     */
    added: z
      .string()
      .refine(
        (added) => PART.test(added) || MEDIA_ID.test(added) || added === 'title',
        failing(
          because(
            'correction/added',
            'What was added is a paragraph, named by its id, the title, or a medium in the place of another.',
            'Copy the id from its permalink: p- and eight characters, or m- and twelve of the medium that stands in the place of the one that was names.',
          ),
        ),
      )
      .optional(),
  })
  .check(
    whatever(({ value, issues }, isSound) => {
      if (!['was', 'text', 'added'].every((key) => isSound(key))) return;
      const { was, text, added } = value;
      const fail = (key: string, fault: Fault) => issues.push(issueOf(fault, value, [key]));
      const [isOfFile, isFile] = [was, added].map((id = '') => MEDIA_ID.test(id));
      // A medium takes the place of another: one that is only added needs no correction.
      const isWhole = isFile ? isOfFile : (added === undefined) !== (was === undefined);
      if (!isWhole || (was === undefined) !== (text === undefined)) {
        fail(
          was === undefined ? 'added' : 'was',
          because(
            'correction/form',
            'A correction says what was published and what it said (was and text), or what was added; both only of a medium (m-…) and the one that stands in its place.',
            'Write was: and text: for a change, added: for a new paragraph; was:, text: and added: for a medium that was swapped.',
          ),
        );
      } else if (isOfOther(was, text)) {
        fail(
          'text',
          because(
            'correction/words',
            `The id of a paragraph is made of its words: these make ${partIdOf(was ?? '', text ?? '')}.`,
            'Copy the paragraph as it was published, to the letter.',
          ),
        );
      }
    }),
  );

export type Correction = z.infer<typeof correctionSchema>;

/** A correction of a record of a person, place or organisation. */
export const recordCorrectionSchema = z.strictObject({
  ...said,
  /** The field that was changed. */
  was: z
    .string()
    .refine(
      (was) => RECORD_FIELDS.includes(was),
      failing(
        because(
          'correction/field',
          'A correction of a record names the field that it changes.',
          `The fields are ${RECORD_FIELDS.join(', ')}.`,
        ),
      ),
    ),
  /** What it said before: of a list, the old item; of coordinates, both numbers: “31.4, 34.4”. */
  text: ownLine(2000),
});

export type RecordCorrection = z.infer<typeof recordCorrectionSchema>;

/**
 * A correction with its old words replaced. Where it names a paragraph, the id is made anew, since ids are made from
 * words.
 *
 * @param change makes the new words from the old
 */
export function withWords(correction: Correction, change: (words: string) => string): Correction {
  const { was, text } = correction;
  if (was === undefined || text === undefined) return correction;
  const words = change(text);
  const id = (old: string) => old.replace(/^[po]-.{8}/, partIdOf(old, words));
  return { ...correction, was: PART.test(was) ? id(was) : was, text: words };
}

/**
 * Corrections with the ids of the paragraphs that they added replaced.
 *
 * @param from ids of the paragraphs of a text, in order
 * @param to the new ids of the same paragraphs, in the same order
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
