import { type Corner, MARGIN } from './corner.ts';
import type { GrayPicture } from './gray-picture.ts';

/** How many words of 32 bits a descriptor has. */
export const WORDS = 8;
const BITS = WORDS * 32;
/** The direction of a corner is kept in this many steps. */
const STEPS = 36;
/** What is compared lies within this many points around the corner. */
const RADIUS = MARGIN - 2;

/** Numbers that look random and are the same in every build (a linear congruential generator). */
function* numbers(): Generator<number, never> {
  for (let state = 20_310_402; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Pairs of points around a corner whose shades are compared, more of them near to it (BRIEF, Calonder et al. 2010). */
function pairs(): number[] {
  const next = numbers();
  const offset = () => {
    // The sum of three has nearly a normal distribution.
    const sum = next.next().value + next.next().value + next.next().value - 1.5;
    return sum * RADIUS * 1.1;
  };
  const all: number[] = [];
  while (all.length < BITS * 4) {
    const pair = [offset(), offset(), offset(), offset()];
    const [a = 0, b = 0, c = 0, d = 0] = pair;
    if (Math.hypot(a, b) <= RADIUS && Math.hypot(c, d) <= RADIUS && Math.hypot(a - c, b - d) > 3)
      all.push(...pair);
  }
  return all;
}

/** The pairs, turned into each direction: x and y of both points, one after another. */
const TURNED = (() => {
  const all = pairs();
  return Array.from({ length: STEPS }, (_, step) => {
    const [sin, cos] = [
      Math.sin((step * 2 * Math.PI) / STEPS),
      Math.cos((step * 2 * Math.PI) / STEPS),
    ];
    const made = new Int8Array(all.length);
    for (let at = 0; at < all.length; at += 2) {
      const [x, y] = [all[at] ?? 0, all[at + 1] ?? 0];
      made[at] = Math.round(x * cos - y * sin);
      made[at + 1] = Math.round(x * sin + y * cos);
    }
    return made;
  });
})();

const DISC = (() => {
  const all: [x: number, y: number][] = [];
  for (let y = -RADIUS; y <= RADIUS; y++)
    for (let x = -RADIUS; x <= RADIUS; x++) if (x * x + y * y <= RADIUS * RADIUS) all.push([x, y]);
  return all;
})();

/** The direction of a corner, from its dark side to its bright one (the centroid of intensity, Rosin 1999), in radians. */
export function directionOf({ width, shades }: GrayPicture, { x, y }: Corner): number {
  const at = y * width + x;
  let [across, down] = [0, 0];
  for (const [dx, dy] of DISC) {
    const shade = shades[at + dy * width + dx] ?? 0;
    across += dx * shade;
    down += dy * shade;
  }
  return Math.atan2(down, across);
}

/** Writes the descriptor of a corner: a bit for each pair, set where the first point is darker. @param picture smoothed */
export function describe(
  { width, shades }: GrayPicture,
  { x, y }: Corner,
  direction: number,
  into: Uint32Array,
  start: number,
): void {
  const step = (Math.round((direction * STEPS) / (2 * Math.PI)) + STEPS) % STEPS;
  const points = TURNED[step] ?? new Int8Array();
  const at = y * width + x;
  for (let word = 0, index = 0; word < WORDS; word++) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++, index += 4) {
      const first = shades[at + (points[index + 1] ?? 0) * width + (points[index] ?? 0)] ?? 0;
      const second = shades[at + (points[index + 3] ?? 0) * width + (points[index + 2] ?? 0)] ?? 0;
      if (first < second) bits |= 1 << bit;
    }
    into[start + word] = bits;
  }
}

/** In how many bits two descriptors differ; counting ends beyond `most`. */
export function difference(
  a: Uint32Array,
  at: number,
  b: Uint32Array,
  bt: number,
  most: number,
): number {
  let sum = 0;
  for (let word = 0; word < WORDS && sum <= most; word++) {
    let bits = (a[at + word] ?? 0) ^ (b[bt + word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    sum += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}
