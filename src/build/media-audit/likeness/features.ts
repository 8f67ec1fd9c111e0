import { cornersOf } from './corner.ts';
import { describe, directionOf, WORDS } from './descriptor.ts';
import { type GrayPicture, longestSide, shrunk, smoothed } from './gray-picture.ts';

/** The features of a picture: where its corners are, in points of the picture itself, and what is around them. */
export interface Features {
  count: number;
  /** For each: x, y, the size of a point of the level that it was found in, and its direction in radians. */
  places: Float32Array;
  /** For each: `WORDS` words. */
  descriptors: Uint32Array;
}

/**
 * The features of a picture in several sizes of it, so that a small copy has them too.
 *
 * @param step how much smaller each size is than the one before, below 1
 * @param least the longest side of the smallest size, in points
 */
export function featuresOf(picture: GrayPicture, step: number, least: number): Features {
  const places: number[] = [];
  const levels: Uint32Array[] = [];
  let scale = 1;
  for (let level = picture; ; level = shrunk(picture, scale)) {
    const smooth = smoothed(level);
    const corners = cornersOf(smooth);
    const [sx, sy] = [picture.width / level.width, picture.height / level.height];
    const descriptors = new Uint32Array(corners.length * WORDS);
    corners.forEach((corner, index) => {
      const direction = directionOf(smooth, corner);
      describe(smooth, corner, direction, descriptors, index * WORDS);
      places.push((corner.x + 0.5) * sx, (corner.y + 0.5) * sy, (sx + sy) / 2, direction);
    });
    levels.push(descriptors);
    scale *= step;
    if (longestSide(picture) * scale < least) break;
  }
  const descriptors = new Uint32Array(levels.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const level of levels) {
    descriptors.set(level, end);
    end += level.length;
  }
  return { count: end / WORDS, places: new Float32Array(places), descriptors };
}
