/** A picture in shades of gray, a byte for each point, row after row. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** The longest side of a picture, in points. */
export const longestSide = ({ width, height }: GrayPicture): number => Math.max(width, height);

/** How a picture may have been turned into another that shows the same: as in a mirror, or as a negative. */
export interface Turned {
  isMirrored: boolean;
  isNegative: boolean;
}

/** A picture as in a mirror, or as a negative, or both. */
export function turned(picture: GrayPicture, { isMirrored, isNegative }: Turned): GrayPicture {
  if (!isMirrored && !isNegative) return picture;
  const { width, height, shades } = picture;
  const made = new Uint8Array(shades.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const shade = shades[row + (isMirrored ? width - 1 - x : x)] ?? 0;
      made[row + x] = isNegative ? 255 - shade : shade;
    }
  }
  return { width, height, shades: made };
}

/** For each point of a side: the first point that it is made of, and the share of each point in it. */
function shares(from: number, to: number): { first: number; weights: Float32Array }[] {
  const step = from / to;
  return Array.from({ length: to }, (_, index) => {
    const start = index * step;
    const end = Math.min(from, start + step);
    const first = Math.floor(start);
    const weights = new Float32Array(Math.max(1, Math.ceil(end - 1e-6) - first));
    for (let at = 0; at < weights.length; at++)
      weights[at] = (Math.min(end, first + at + 1) - Math.max(start, first + at)) / step;
    return { first, weights };
  });
}

/** A picture in another size: each point is the mean of those that it covers. */
export function resized({ width, height, shades }: GrayPicture, w: number, h: number): GrayPicture {
  const [columns, rows] = [shares(width, w), shares(height, h)];
  const narrow = new Float32Array(w * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < w; x++) {
      const { first, weights } = columns[x] ?? { first: 0, weights: [] };
      let sum = 0;
      for (let at = 0; at < weights.length; at++)
        sum += (shades[y * width + first + at] ?? 0) * (weights[at] ?? 0);
      narrow[y * w + x] = sum;
    }
  const made = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const { first, weights } = rows[y] ?? { first: 0, weights: [] };
    for (let x = 0; x < w; x++) {
      let sum = 0;
      for (let at = 0; at < weights.length; at++)
        sum += (narrow[(first + at) * w + x] ?? 0) * (weights[at] ?? 0);
      made[y * w + x] = Math.round(sum);
    }
  }
  return { width: w, height: h, shades: made };
}

/** A picture made smaller. @param scale below 1 */
export const shrunk = (picture: GrayPicture, scale: number): GrayPicture =>
  resized(
    picture,
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );

/** The same picture in sizes that halve, the largest first, down to a longest side of some 40 points. */
export function halvings(picture: GrayPicture): GrayPicture[] {
  const all = [picture];
  for (let last = picture; longestSide(last) >= 80; all.push(last)) last = shrunk(last, 0.5);
  return all;
}

/** A picture with fine grain taken out: each point is a weighted mean of the 25 around it, but for two at each edge. */
export function smoothed({ width, height, shades }: GrayPicture): GrayPicture {
  const rows = new Uint16Array(shades.length);
  for (let at = 2; at < shades.length - 2; at++)
    rows[at] =
      (shades[at - 2] ?? 0) +
      (shades[at + 2] ?? 0) +
      4 * ((shades[at - 1] ?? 0) + (shades[at + 1] ?? 0)) +
      6 * (shades[at] ?? 0);
  const made = shades.slice();
  for (let at = 2 * width; at < shades.length - 2 * width; at++)
    made[at] =
      ((rows[at - 2 * width] ?? 0) +
        (rows[at + 2 * width] ?? 0) +
        4 * ((rows[at - width] ?? 0) + (rows[at + width] ?? 0)) +
        6 * (rows[at] ?? 0) +
        128) >>
      8;
  return { width, height, shades: made };
}
