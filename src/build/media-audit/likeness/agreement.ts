import type { Alignment } from './alignment.ts';
import { type GrayPicture, longestSide } from './gray-picture.ts';

/** How far two pictures agree in what they have in common. */
export interface Agreement {
  /** How many parts of it show something. */
  parts: number;
  /** The share of these that show the same. */
  share: number;
}

/** What two pictures have in common is compared in this many points on its longer side, in parts of so many. */
const POINTS = 120;
const PART = 12;
/** A part shows something where its shades spread this much (standard deviation, of 255). */
const SHOWS = 7;
/** Two parts show the same where their shades have this correlation. */
const SAME = 0.75;

/** The shade at a place of a picture, between its points. */
function shadeAt({ width, height, shades }: GrayPicture, x: number, y: number): number {
  const [px, py] = [
    Math.min(width - 1, Math.max(0, x - 0.5)),
    Math.min(height - 1, Math.max(0, y - 0.5)),
  ];
  const [left, top] = [Math.floor(px), Math.floor(py)];
  const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const [dx, dy] = [px - left, py - top];
  const at = (row: number, column: number) => shades[row * width + column] ?? 0;
  return (
    (at(top, left) * (1 - dx) + at(top, right) * dx) * (1 - dy) +
    (at(below, left) * (1 - dx) + at(below, right) * dx) * dy
  );
}

/** The size of a picture whose points are about as large as a step, and how much smaller it is. */
function sized(halvings: readonly GrayPicture[], step: number) {
  const level = Math.max(0, Math.min(halvings.length - 1, Math.floor(Math.log2(step * 1.2))));
  const picture = halvings[level] as GrayPicture;
  return { picture, scale: longestSide(picture) / longestSide(halvings[0] as GrayPicture) };
}

/** The rectangle of a picture that lies in the other. */
function common([a, b, c, d, e, f]: Alignment, own: GrayPicture, other: GrayPicture) {
  let [left, top, right, below] = [own.width, own.height, 0, 0];
  const step = longestSide(own) / 96;
  for (let y = step / 2; y < own.height; y += step)
    for (let x = step / 2; x < own.width; x += step) {
      const [u, v] = [a * x + b * y + c, d * x + e * y + f];
      if (u < 0 || v < 0 || u > other.width || v > other.height) continue;
      [left, right] = [Math.min(left, x - step / 2), Math.max(right, x + step / 2)];
      [top, below] = [Math.min(top, y - step / 2), Math.max(below, y + step / 2)];
    }
  return { left, top, width: right - left, height: below - top };
}

/** Mean and spread of the shades of a part. */
function spread(shades: Float32Array, width: number, x: number, y: number) {
  let [sum, squares] = [0, 0];
  for (let row = y; row < y + PART; row++)
    for (let column = x; column < x + PART; column++) {
      const shade = shades[row * width + column] ?? 0;
      sum += shade;
      squares += shade * shade;
    }
  const mean = sum / PART ** 2;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / PART ** 2 - mean * mean)) };
}

/**
 * Compares what two pictures have in common, part by part. Brightness and contrast may differ, and each part may be a
 * point off.
 *
 * @param own the picture in sizes that halve, and so `other`
 * @param alignment where a point of `own` lies in `other`
 */
export function agreementOf(
  own: readonly GrayPicture[],
  other: readonly GrayPicture[],
  alignment: Alignment,
): Agreement {
  const [first, second] = [own[0] as GrayPicture, other[0] as GrayPicture];
  const { left, top, width, height } = common(alignment, first, second);
  const [a, b, c, d, e, f] = alignment;
  const scale = Math.sqrt(Math.abs(a * e - b * d));
  if (width <= 0 || height <= 0 || !(scale > 0)) return { parts: 0, share: 0 };
  const longest = Math.max(width, height);
  const step = Math.max(longest / POINTS, 1, 1 / scale);
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)];
  const [near, far] = [sized(own, step), sized(other, step * scale)];
  const [mine, theirs] = [new Float32Array(w * h), new Float32Array(w * h).fill(-1)];
  for (let row = 0; row < h; row++)
    for (let column = 0; column < w; column++) {
      const [x, y] = [left + (column + 0.5) * step, top + (row + 0.5) * step];
      const [u, v] = [a * x + b * y + c, d * x + e * y + f];
      mine[row * w + column] = shadeAt(near.picture, x * near.scale, y * near.scale);
      if (u >= 0 && v >= 0 && u <= second.width && v <= second.height)
        theirs[row * w + column] = shadeAt(far.picture, u * far.scale, v * far.scale);
    }
  return compared(mine, theirs, w, h);
}

function compared(mine: Float32Array, theirs: Float32Array, w: number, h: number): Agreement {
  let [parts, same] = [0, 0];
  for (let y = 1; y + PART < h; y += PART)
    for (let x = 1; x + PART < w; x += PART) {
      if (isOutside(theirs, w, x, y)) continue;
      const own = spread(mine, w, x, y);
      if (own.deviation < SHOWS && spread(theirs, w, x, y).deviation < SHOWS) continue;
      parts += 1;
      if (isSame(mine, theirs, w, x, y, own)) same += 1;
    }
  return { parts, share: parts > 0 ? same / parts : 0 };
}

/** True where a part, or what is a point beside it, is not of the other picture. */
function isOutside(theirs: Float32Array, w: number, x: number, y: number): boolean {
  for (const row of [y - 1, y + PART])
    for (const column of [x - 1, x + PART]) if ((theirs[row * w + column] ?? -1) < 0) return true;
  return false;
}

function isSame(
  mine: Float32Array,
  theirs: Float32Array,
  w: number,
  x: number,
  y: number,
  own: { mean: number; deviation: number },
): boolean {
  for (let down = -1; down <= 1; down++)
    for (let across = -1; across <= 1; across++) {
      const other = spread(theirs, w, x + across, y + down);
      let sum = 0;
      for (let row = 0; row < PART; row++)
        for (let column = 0; column < PART; column++)
          sum +=
            ((mine[(y + row) * w + x + column] ?? 0) - own.mean) *
            ((theirs[(y + down + row) * w + x + across + column] ?? 0) - other.mean);
      if (sum / PART ** 2 > SAME * own.deviation * other.deviation && own.deviation > SHOWS / 3)
        return true;
    }
  return false;
}
