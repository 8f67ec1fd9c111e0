import type { MediumKind } from '../../../domain/media/media-type.ts';
import {
  RENDITION_FORMATS,
  type Rendition,
  type RenditionEnding,
} from '../../../domain/media/rendition.ts';
import type { Budget } from './budget.ts';
import { FORMATS } from './format.ts';
import { decoder, fromPixels, type Original, type Pixels, pixelsOf } from './pixels.ts';

const ENDINGS = Object.keys(RENDITION_FORMATS) as RenditionEnding[];

/** The name of a rendition, below the address of its medium. */
const renditionName = ({ width }: Rendition, ending: RenditionEnding): string =>
  `${width}.${ending}`;

/** The names of the renditions of a picture. */
export const renditionNames = (sizes: readonly Rendition[]): string[] =>
  sizes.flatMap((size) => ENDINGS.map((ending) => renditionName(size, ending)));

/**
 * Encodes a picture in its sizes and formats from its pixels.
 *
 * @param pixels of the largest of the sizes
 * @param wants whether a file is to be made, by its name
 */
export async function encodeRenditions(
  { original, pixels, kind }: { original: Original; pixels: Pixels; kind: MediumKind },
  sizes: readonly Rendition[],
  wants: (name: string) => boolean,
  processors: Budget,
): Promise<[name: string, bytes: Uint8Array][]> {
  // The largest first, since it takes longest.
  const made = sizes.toReversed().map(async ({ width, height }) => {
    const endings = ENDINGS.filter((ending) => wants(renditionName({ width, height }, ending)));
    if (endings.length === 0) return [];
    const resized =
      width === pixels.width
        ? pixels
        : await processors.run(() =>
            pixelsOf(fromPixels(pixels).resize(width, height, { fit: 'fill' })),
          );
    return Promise.all(
      endings.map(async (ending): Promise<[string, Uint8Array]> => {
        // All pictures of a moving one are in its WebP; the other formats show the first.
        const moves = ending === 'webp' && original.frames > 1;
        const picture = moves
          ? decoder(original, true).resize(width, height, { fit: 'fill' })
          : fromPixels(resized);
        const bytes = await processors.run(() => FORMATS[ending](picture, kind).toBuffer());
        return [renditionName({ width, height }, ending), bytes];
      }),
    );
  });
  return (await Promise.all(made)).flat();
}
