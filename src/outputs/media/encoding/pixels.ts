import sharp, { type Sharp } from 'sharp';
import { clearHiddenPoints } from '../../../content/media/stripping/picture/hidden-points.ts';
import type { PageSize } from '../../../domain/media/media-type.ts';

/** The pixels of a picture in memory: sRGB, 8 bits a channel, rotated as it is shown. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

/** A picture that can be decoded: one of a file, by its path or its bytes, or the drawn page of a PDF. */
export interface Original extends PageSize {
  from: string | Buffer | Pixels;
  /** Which picture of the file it is, from 0. */
  index: number;
  /** How many pictures of a moving picture it has. */
  frames: number;
}

/**
 * A decoder of a picture, which reads it line by line as far as its format can be. A file that has more pixels than was
 * found when it was looked through is refused: it is another.
 *
 * @param moves whether all pictures of a moving picture are read, or its first
 */
export function decoder({ from, width, height, index, frames }: Original, moves = false): Sharp {
  if (typeof from === 'object' && 'data' in from) return fromPixels(from);
  const pictures = moves ? { pages: -1 } : { page: index, pages: 1 };
  return sharp(from, {
    ...pictures,
    sequentialRead: true,
    failOn: 'error',
    limitInputPixels: width * height * (moves ? frames : 1),
  }).autoOrient();
}

/** A picture of pixels in memory. */
export const fromPixels = ({ data, width, height, channels }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** The pixels of a picture that was worked on, with one colour below all that is wholly transparent. */
export async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 4) clearHiddenPoints(data);
  return { data, width: info.width, height: info.height, channels: info.channels };
}
