import { because, type Fault } from '../../../domain/fault.ts';
import { fileNameFault } from '../../../domain/media/file-name.ts';
import type { Medium } from '../../../domain/media/medium.ts';
import { nearestTo } from '../../../domain/nearest.ts';
import type { Problem } from '../../../domain/problem.ts';
import { problemWith } from '../../files/problem-place.ts';
import { didYouMean } from '../../files/validate.ts';
import type { PlacedPicture } from '../../markdown/medium-place.ts';

/** A picture that has one alternative text in the body and another, or none, in the frontmatter. */
export const TWO = because(
  'media/alternative',
  'The alternative text of a picture is the same in the body and in the frontmatter.',
  'Take one of the two out.',
);

/** The alternative text of a medium: its own, or that of the picture in the body. */
export const altTextOf = (
  medium: Pick<Medium, 'altText'>,
  index: number,
  placed: readonly PlacedPicture[],
): string | undefined =>
  medium.altText ??
  (placed.find((one) => one.medium === index && one.altText !== '')?.altText || undefined);

/**
 * Whether a picture is likely one of the media, whose file is misspelt there.
 *
 * @param misspelt the files of media that have a fault of their own
 */
const isMisspelt = (file: string, misspelt: readonly string[]) =>
  nearestTo(file, misspelt) !== undefined;

function placedFault(
  { file, altText, medium }: PlacedPicture,
  media: readonly Medium[],
  misspelt: readonly string[],
): Fault | undefined {
  const named = fileNameFault(file);
  if (named) return named;
  const stated = medium === undefined ? undefined : media[medium];
  // It is told where the medium is stated; here it would only follow from that.
  if (!stated && isMisspelt(file, misspelt)) return undefined;
  if (!stated)
    return because(
      'media/placed',
      'A picture that a body places is among the media of its article, with its kind and credit.',
      `${didYouMean(
        file,
        media.flatMap((one) => one.file ?? []),
      )}Add to the frontmatter:\nmedia:\n  - file: ${file}\n    kind: photograph\n    creditLine: …`,
    );
  if (stated.altText !== undefined && altText !== '' && stated.altText !== altText) return TWO;
  return undefined;
}

/**
 * Faults of the pictures that a body places, each at its place in the file.
 *
 * @param misspelt the files of media that have a fault of their own: theirs are not told again here
 */
export const placedFaults = (
  path: string,
  placed: readonly PlacedPicture[],
  media: readonly Medium[],
  misspelt: readonly string[],
) =>
  placed.flatMap((picture): Problem[] => {
    const fault = placedFault(picture, media, misspelt);
    const { file, line, column } = picture;
    return fault ? [{ ...problemWith(path, file, fault), line, column }] : [];
  });
