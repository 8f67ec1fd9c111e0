import type { GrayPicture } from './gray-picture.ts';

/** A point of a picture at which it can be told from its surroundings. */
export interface Corner {
  x: number;
  y: number;
}

/** How far a corner is from the edge at least: what is compared lies around it within this many points. */
export const MARGIN = 14;
/** Corners are taken from each square of this many points, so that they are spread over the picture. */
const SQUARE = 32;
const OF_SQUARE = 3;
/** The least strength of a corner; grain of a flat surface stays below it. */
const LEAST = 2e5;

/** How much brighter or darker than a corner the points around it are at least. */
const CONTRAST = 7;

/**
 * True where a point may be a corner: of the points three above, below and beside it, two next to each other are all
 * brighter, or all darker (the first test of FAST, Rosten and Drummond 2006). It passes over most of a picture at once.
 */
function mayBeCorner(shades: Uint8Array, at: number, width: number): boolean {
  const shade = shades[at] ?? 0;
  const [above, below] = [
    (shades[at - 3 * width] ?? 0) - shade,
    (shades[at + 3 * width] ?? 0) - shade,
  ];
  const [left, right] = [(shades[at - 3] ?? 0) - shade, (shades[at + 3] ?? 0) - shade];
  const isBrighter =
    (above > CONTRAST || below > CONTRAST) && (left > CONTRAST || right > CONTRAST);
  return (
    isBrighter ||
    ((above < -CONTRAST || below < -CONTRAST) && (left < -CONTRAST || right < -CONTRAST))
  );
}

/** How strong a corner is, by the measure of Harris and Stephens (1988) over the 49 points around it. */
function strengthAt(shades: Uint8Array, at: number, width: number): number {
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = -3; row <= 3; row++)
    for (let place = at + row * width - 3; place <= at + row * width + 3; place++) {
      const across = (shades[place + 1] ?? 0) - (shades[place - 1] ?? 0);
      const down = (shades[place + width] ?? 0) - (shades[place - width] ?? 0);
      xx += across * across;
      yy += down * down;
      xy += across * down;
    }
  return xx * yy - xy * xy - 0.05 * (xx + yy) * (xx + yy);
}

/** The corners of a picture, the strongest of each part of it. @param picture smoothed */
export function cornersOf(picture: GrayPicture): Corner[] {
  const { width, height, shades } = picture;
  if (width <= 2 * MARGIN || height <= 2 * MARGIN) return [];
  const strength = new Float32Array(shades.length);
  for (let y = MARGIN - 2; y < height - MARGIN + 2; y++)
    for (let at = y * width + MARGIN - 2; at < (y + 1) * width - MARGIN + 2; at++)
      if (mayBeCorner(shades, at, width)) strength[at] = strengthAt(shades, at, width);
  const squares = new Map<number, { x: number; y: number; value: number }[]>();
  for (let y = MARGIN; y < height - MARGIN; y++)
    for (let x = MARGIN; x < width - MARGIN; x++) {
      const at = y * width + x;
      const value = strength[at] ?? 0;
      if (value < LEAST || !isPeak(strength, at, width, value)) continue;
      const square = Math.floor(y / SQUARE) * 4096 + Math.floor(x / SQUARE);
      const inSquare = squares.get(square);
      if (inSquare) inSquare.push({ x, y, value });
      else squares.set(square, [{ x, y, value }]);
    }
  return [...squares.values()].flatMap((all) =>
    all
      .toSorted((a, b) => b.value - a.value || a.y - b.y || a.x - b.x)
      .slice(0, OF_SQUARE)
      .map(({ x, y }) => ({ x, y })),
  );
}

function isPeak(strength: Float32Array, at: number, width: number, value: number): boolean {
  for (let row = -2; row <= 2; row++)
    for (let column = -2; column <= 2; column++) {
      const beside = strength[at + row * width + column] ?? 0;
      if (beside > value || (beside === value && (row < 0 || (row === 0 && column < 0))))
        return false;
    }
  return true;
}
