import type { Match } from './feature-index.ts';
import type { Features } from './features.ts';

/** Where a point of one picture lies in another: `[a x + b y + c, d x + e y + f]`. */
export type Alignment = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A place in the picture, the place in the other one that looks alike, and how exact the two are, in points of it. */
interface Pair {
  x: number;
  y: number;
  u: number;
  v: number;
  within: number;
  /** How much larger the other picture is there, and how far it is turned, in radians. */
  scale: number;
  angle: number;
}

/** How many pairs agree on a place at least. */
const LEAST = 5;
/** From so many that agree on, also a picture that was stretched or slanted is followed. */
const ENOUGH = 10;
/**
 * Pairs are taken together by angle, scale and place: in steps of a whole turn, of a factor of 2, and of the longest side
 * of the other picture.
 */
const TURNS = 12;
const OCTAVE = 2;
const PLACE = 0.3;
/** So many heaps of pairs are tried, the largest ones; of each so many pairs, each with so many others. */
const HEAPS = 10;
const SEEDS = 40;
const TRIED = 10;
/** The part of a heap that agrees where it is that of the same picture. */
const MOST_OF = 0.7;
/** How many points of their own level two places may be apart. */
const EXACT = 3;

const pairOf = (own: Features, other: Features, { feature, like }: Match): Pair => {
  const value = (of: Features, index: number, at: number) => of.places[index * 4 + at] ?? 0;
  return {
    x: value(own, feature, 0),
    y: value(own, feature, 1),
    u: value(other, like, 0),
    v: value(other, like, 1),
    within: EXACT * value(other, like, 2),
    scale: value(other, like, 2) / value(own, feature, 2),
    angle: value(other, like, 3) - value(own, feature, 3),
  };
};

const turn = (angle: number) => Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)));

/** True where an alignment puts the place of a pair where the pair says. */
function agrees({ x, y, u, v, within }: Pair, [a, b, c, d, e, f]: Alignment): boolean {
  const [across, down] = [a * x + b * y + c - u, d * x + e * y + f - v];
  return across * across + down * down < within * within;
}

const agreeing = (pairs: readonly Pair[], alignment: Alignment) =>
  pairs.filter((pair) => agrees(pair, alignment));

function countOf(pairs: readonly Pair[], alignment: Alignment): number {
  let count = 0;
  for (const pair of pairs) if (agrees(pair, alignment)) count += 1;
  return count;
}

/** The numbers of the two overlapping steps in which a value lies. */
const steps = (value: number) => [Math.floor(value), Math.floor(value) + 1];

/**
 * The pairs that say about the same of where the whole of the other picture lies, the largest heaps first: pairs of chance
 * are spread over all (a Hough transform, as in Lowe 2004).
 *
 * @param size width and height of the other picture
 */
function heapsOf(pairs: readonly Pair[], [width, height]: readonly [number, number]): Pair[][] {
  const heaps = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const { x, y, u, v, scale, angle } = pair;
    const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
    const [du, dv] = [width / 2 - u, height / 2 - v];
    const [left, top] = [x + cos * du + sin * dv, y - sin * du + cos * dv];
    for (const size of steps(Math.log2(scale) * OCTAVE)) {
      const step = (PLACE * Math.max(width, height)) / 2 ** (size / OCTAVE);
      for (const turn of steps((angle / (2 * Math.PI) + 2) * TURNS))
        for (const column of steps(left / step))
          for (const row of steps(top / step)) {
            const key = `${size} ${turn % TURNS} ${column} ${row}`;
            const heap = heaps.get(key);
            if (heap) heap.push(pair);
            else heaps.set(key, [pair]);
          }
    }
  }
  return [...heaps.values()]
    .filter((heap) => heap.length >= LEAST)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, HEAPS);
}

/** The alignment without stretching that two pairs give, if their own scale and angle are about the same. */
function fromTwo(p: Pair, q: Pair): Alignment | undefined {
  const [dx, dy, du, dv] = [q.x - p.x, q.y - p.y, q.u - p.u, q.v - p.v];
  const square = dx * dx + dy * dy;
  if (square < 64) return undefined;
  const [cos, sin] = [(dx * du + dy * dv) / square, (dx * dv - dy * du) / square];
  const scale = Math.hypot(cos, sin);
  const angle = Math.atan2(sin, cos);
  for (const pair of [p, q])
    if (scale > pair.scale * 1.6 || scale < pair.scale / 1.6 || turn(angle - pair.angle) > 0.6)
      return undefined;
  return [cos, -sin, p.u - cos * p.x + sin * p.y, sin, cos, p.v - sin * p.x - cos * p.y];
}

/** The alignment that fits pairs best, by least squares; undefined where they lie on a line. */
function fitted(pairs: readonly Pair[]): Alignment | undefined {
  const mean = (of: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [mx, my, mu, mv] = [mean((p) => p.x), mean((p) => p.y), mean((p) => p.u), mean((p) => p.v)];
  const product = (s: (pair: Pair) => number, t: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + s(pair) * t(pair), 0);
  const [x, y] = [(p: Pair) => p.x - mx, (p: Pair) => p.y - my];
  const [u, v] = [(p: Pair) => p.u - mu, (p: Pair) => p.v - mv];
  const [xx, yy, xy] = [product(x, x), product(y, y), product(x, y)];
  const whole = xx * yy - xy * xy;
  if (whole < 1e-3 * xx * yy || whole === 0) return undefined;
  const solve = (of: (pair: Pair) => number) => {
    const [xo, yo] = [product(x, of), product(y, of)];
    return [(xo * yy - yo * xy) / whole, (yo * xx - xo * xy) / whole] as const;
  };
  const [[a, b], [d, e]] = [solve(u), solve(v)];
  return [a, b, mu - a * mx - b * my, d, e, mv - d * mx - e * my];
}

/** The places that are not within some points of one before: a corner is found in several sizes of a picture. */
const places = (pairs: readonly Pair[]) =>
  new Set(pairs.map(({ x, y }) => `${Math.round(x / 6)} ${Math.round(y / 6)}`)).size;

/**
 * Where a picture lies in another, by the features that they have in common: the alignment on which most agree.
 * Undefined where too few do, which is nearly always so for two pictures that have nothing in common.
 *
 * @param size of the other picture, in points
 */
export function alignmentOf(
  own: Features,
  other: Features,
  matches: readonly Match[],
  size: readonly [width: number, height: number],
): Alignment | undefined {
  const pairs = matches.map((match) => pairOf(own, other, match));
  let best: { alignment: Alignment; pairs: Pair[]; count: number } | undefined;
  for (const heap of heapsOf(pairs, size)) {
    // Where nearly all of a heap agree already, as those of the same picture do, trying more gives nothing better.
    if (heap.length * MOST_OF < (best?.pairs.length ?? 0)) continue;
    const seeds = heap.filter((_, index) => index % Math.ceil(heap.length / SEEDS) === 0);
    seeds.forEach((pair, index) => {
      for (let tried = 1; tried <= Math.min(TRIED, seeds.length - 1); tried++) {
        const far = Math.ceil((tried * seeds.length) / (TRIED + 1));
        const beside = seeds[(index + far) % seeds.length];
        const alignment = beside && fromTwo(pair, beside);
        if (!alignment || countOf(heap, alignment) <= (best?.pairs.length ?? LEAST - 1)) continue;
        const all = agreeing(heap, alignment);
        const count = places(all);
        if (count > (best?.count ?? LEAST - 1)) best = { alignment, pairs: all, count };
      }
    });
  }
  if (!best) return undefined;
  if (best.count < ENOUGH) return best.alignment;
  const fit = fitted(best.pairs);
  const all = fit ? agreeing(pairs, fit) : [];
  return (fit && all.length >= best.pairs.length ? fitted(all) : undefined) ?? best.alignment;
}
