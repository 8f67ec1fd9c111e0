import { type GrayPicture, resized } from './gray-picture.ts';

/** A picture as a whole, in few points: so small copies are found, and pictures without corners. */
export interface Overall {
  /** Width by height. */
  ratio: number;
  /** Shades of 16 by 16 points, with a mean of 0 and a length of 1; none where it shows nothing. */
  shades?: Float32Array;
}

const SIDE = 16;
/** Shades that spread less (standard deviation, of 255) show nothing. */
const SHOWS = 4;
/** The least correlation of two pictures that look the same as a whole. */
const SAME = 0.975;
/** By which factor the ratios of their sides may differ. */
const STRETCHED = 1.08;

/** A picture as a whole. */
export function overallOf(picture: GrayPicture): Overall {
  const ratio = picture.width / picture.height;
  const small = Float32Array.from(resized(picture, SIDE, SIDE).shades);
  const mean = small.reduce((sum, shade) => sum + shade, 0) / small.length;
  const length = Math.hypot(...small.map((shade) => shade - mean));
  if (length / SIDE < SHOWS) return { ratio };
  return { ratio, shades: small.map((shade) => (shade - mean) / length) };
}

/** The eight ways in which a square may be turned and mirrored: which point comes from which. */
const WAYS = [0, 1, 2, 3, 4, 5, 6, 7].map((way) =>
  Array.from({ length: SIDE * SIDE }, (_, at) => {
    let [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    if (way & 1) x = SIDE - 1 - x;
    if (way & 2) y = SIDE - 1 - y;
    if (way & 4) [x, y] = [y, x];
    return y * SIDE + x;
  }),
);

/** True where two pictures look the same as a whole, also turned by right angles, mirrored or as a negative. */
export function isSameOverall(a: Overall, b: Overall): boolean {
  const { shades: own } = a;
  const { shades: other } = b;
  if (!own || !other) return false;
  return WAYS.some((points, way) => {
    const stretch = way & 4 ? a.ratio * b.ratio : a.ratio / b.ratio;
    if (Math.max(stretch, 1 / stretch) > STRETCHED) return false;
    const likeness = points.reduce((sum, from, at) => sum + (own[at] ?? 0) * (other[from] ?? 0), 0);
    return Math.abs(likeness) > SAME;
  });
}
