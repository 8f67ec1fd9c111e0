import { shownText } from '../../domain/problem.ts';
import { asLine } from '../source-document.ts';
import { mediumWords, type SuggestedMedium } from '../suggestions/medium-word.ts';
import type { MediumFields } from './medium-fields.ts';

/** Characters of a value that a note has. */
const LONGEST = 120;

/** Notes of what files say of themselves (IPTC, XMP, EXIF) and their entry does not: it waits for review. */
export const offeredWords = (
  suggested: readonly SuggestedMedium[],
  media: readonly MediumFields[],
): string[] =>
  suggested.map((one) => {
    const file = media.find(({ sha256 }) => sha256 === one.sha256)?.file ?? one.sha256;
    const offered = mediumWords({ media: [one] }).map(
      ({ field, value }) => `${field}: “${asLine(value, LONGEST)}”`,
    );
    return `${file} says of itself, and nothing of it is published unasked: ${shownText(offered.join('; '))}`;
  });
