import type { PageSize } from '../../../../../domain/media/media-type.ts';
import type { DrawnPoints } from '../../../drawn-document.ts';

/** By how many times smaller a page is from afar. */
const AFAR = 4;
/** How much of what is around a change is kept, in points: more than is looked at together, from afar too. */
const AROUND = 48;

const linesOf = ({ data, width, height }: DrawnPoints): Buffer[] => {
  const all = Buffer.from(data.buffer, data.byteOffset, width * height * 4);
  return Array.from({ length: height }, (_, y) => all.subarray(y * width * 4, (y + 1) * width * 4));
};

/** The parts of two pages in which they differ, with some of what is around them; undefined where they do not. */
export function changedParts(
  before: DrawnPoints,
  after: DrawnPoints,
): [before: DrawnPoints, after: DrawnPoints] | undefined {
  const { width, height } = after;
  const was = linesOf(before);
  let [left, right, low, high] = [width, 0, height, 0];
  for (const [y, line] of linesOf(after).entries()) {
    const other = was[y];
    if (!other || line.equals(other)) continue;
    low = Math.min(low, y);
    high = y;
    let at = 0;
    while (at < left * 4 && line[at] === other[at]) at++;
    left = Math.min(left, at >> 2);
    at = width * 4 - 1;
    while (at > right * 4 && line[at] === other[at]) at--;
    right = Math.max(right, at >> 2);
  }
  if (low > high) return undefined;
  const from = { x: Math.max(0, left - AROUND), y: Math.max(0, low - AROUND) };
  const part = {
    width: Math.min(width, right + AROUND) - from.x,
    height: Math.min(height, high + AROUND) - from.y,
  };
  return [partOf(before, from, part), partOf(after, from, part)];
}

function partOf(
  { data, width }: DrawnPoints,
  from: { x: number; y: number },
  part: PageSize,
): DrawnPoints {
  const points = new Uint8Array(part.width * part.height * 4);
  for (let y = 0; y < part.height; y++) {
    const at = ((from.y + y) * width + from.x) * 4;
    points.set(data.subarray(at, at + part.width * 4), y * part.width * 4);
  }
  return { ...part, data: points };
}

/** A page as it looks from afar: there, pictures without sharp edges have some. */
export function fromAfar({ data, width, height }: DrawnPoints): DrawnPoints {
  const small = { width: Math.floor(width / AFAR), height: Math.floor(height / AFAR) };
  const sums = new Uint16Array(small.width * small.height * 4);
  for (let y = 0; y < small.height * AFAR; y++)
    for (let x = 0; x < small.width * AFAR; x++) {
      const to = (Math.floor(y / AFAR) * small.width + Math.floor(x / AFAR)) * 4;
      const at = (y * width + x) * 4;
      for (let colour = 0; colour < 3; colour++)
        sums[to + colour] = (sums[to + colour] ?? 0) + (data[at + colour] ?? 0);
    }
  return { ...small, data: Uint8Array.from(sums, (sum) => sum / AFAR ** 2) };
}
