import type { z } from 'astro/zod';
import type { suggestedSchema } from '../../domain/article/suggested.ts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import type { mediumSchema } from '../../domain/media/medium.ts';
import { mediumFields } from '../../domain/media/medium-fields.ts';
import { OF_FILE } from '../../domain/media/of-file.ts';
import {
  STATED_FIELDS,
  type StatedField,
  type StatedFields,
} from '../../domain/media/stated-fields.ts';
import { asLine } from '../source-document.ts';

/** What a file says of itself that is suggested of its medium. */
export type SuggestedMedium = z.infer<typeof suggestedSchema>['media'][number];

/** One field that a file says of itself. */
export interface MediumWord {
  /** The SHA-256 of the file. */
  sha256: string;
  field: StatedField;
  value: string;
}

/** What an entry says of a medium, as far as its file may say it too. */
type Filed = Partial<Pick<z.input<typeof mediumSchema>, StatedField | 'decorative'>>;

/**
 * The fields that are taken where everything is taken unasked: who made a file and whose it is, which its maker wrote into
 * it to be named. Not what somebody tells of it or sees on it; not a licence, under which readers may take the file; not
 * from whom it is, which the archive knows; not its day, which may be that of a scan.
 */
const FACTS: readonly StatedField[] = ['creditLine', 'creator', 'copyrightNotice', 'usageTerms'];

/** True of what is taken where everything is taken unasked. */
export const isFact = ({ field }: Pick<MediumWord, 'field'>): boolean => FACTS.includes(field);

/** True where an entry says nothing of its own in a field: a credit is unknown, or a caption stands for what is seen. */
export function isLacking(field: StatedField, medium: Filed): boolean {
  const { altText, caption, decorative } = medium;
  if (field === 'creditLine') return (medium.creditLine ?? UNKNOWN) === UNKNOWN;
  if (field !== 'altText') return medium[field] === undefined;
  if (altText === undefined) return decorative !== true;
  return altText === asLine(caption, 2000);
}

/** What is suggested of a medium, of its fields; nothing where there are none. */
function suggesting(sha256: string, words: readonly Pick<MediumWord, 'field' | 'value'>[]) {
  // biome-ignore lint/plugin: its keys are those of a medium
  const fields = Object.fromEntries(words.map(({ field, value }) => [field, value]));
  return words.length > 0 ? [{ sha256, ...fields } satisfies SuggestedMedium] : [];
}

/**
 * What a file says of itself and its entry does not; nothing where it says nothing more.
 *
 * @param isKnown true where another entry shows the file: what is known of the file itself is what that one says, and was
 *   asked there
 */
export function suggestedOf(
  sha256: string,
  stated: StatedFields,
  medium: Filed,
  isKnown: boolean,
): SuggestedMedium[] {
  const offered = STATED_FIELDS.flatMap((field) => {
    const value = stated[field];
    const isAsked = isKnown && (OF_FILE as readonly string[]).includes(field);
    const isSound = mediumFields.shape[field].safeParse(value).success;
    const isNew = value !== medium[field] && isLacking(field, medium);
    return value !== undefined && isSound && isNew && !isAsked ? [{ field, value }] : [];
  });
  return suggesting(sha256, offered);
}

/** Each field that is suggested of a medium. */
export const mediumWords = ({ media }: { media: readonly SuggestedMedium[] }): MediumWord[] =>
  media.flatMap((one) =>
    STATED_FIELDS.flatMap((field) => {
      const value = one[field];
      return value === undefined ? [] : [{ sha256: one.sha256, field, value }];
    }),
  );

/** What is suggested of media without one field. */
export const withoutWord = (
  media: readonly SuggestedMedium[],
  { sha256, field }: Pick<MediumWord, 'sha256' | 'field'>,
): SuggestedMedium[] =>
  media.flatMap((one) =>
    one.sha256 === sha256
      ? suggesting(
          sha256,
          mediumWords({ media: [one] }).filter((word) => word.field !== field),
        )
      : [one],
  );

/** A medium that says a field. */
export function saying<Medium extends Filed>(
  medium: Medium,
  { field, value }: Pick<MediumWord, 'field' | 'value'>,
): Medium {
  const next: Filed = { ...medium };
  next[field] = value;
  return { ...medium, ...next };
}
