/** Chance that can be had again: the same seed gives the same draws, in the same order. */
export interface Chance {
  /** A number from 0 up to 1, without 1. */
  part: () => number;
  /** A whole number from 0 up to `count`, without `count`. */
  below: (count: number) => number;
  /** True one time in `times`. */
  oneIn: (times: number) => boolean;
  /** One of a list that is not empty. */
  pick: <T>(list: readonly T[]) => T;
  /** A number of the normal distribution with mean 0 and deviation 1. */
  normal: () => number;
  /**
   * The rank of a word as texts use words, from 0, without an end: few are frequent, most are rare, and a text twice as
   * long has words that the half of it has not.
   */
  rank: () => number;
}

/** The first ranks are not as far apart as the law of the later ones would have it. */
const LEVEL = 40;
/** How fast words get rarer: so that some 30,000 differ in the three million of a newspaper’s year. */
const FALL = 1.1;

/** Makes chance of a whole number. */
export function chanceOf(seed: number): Chance {
  // Marsaglia’s xorshift with 128 bits; the first draws, in which similar seeds look alike, are thrown away.
  let [x, y, z, w] = [seed | 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162];
  const part = () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return (w >>> 0) / 2 ** 32;
  };
  for (let thrown = 0; thrown < 20; thrown++) part();
  const below = (count: number) => Math.floor(part() * count);
  return {
    part,
    below,
    oneIn: (times) => below(times) === 0,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    normal: () => Math.sqrt(-2 * Math.log(1 - part())) * Math.cos(2 * Math.PI * part()),
    rank: () => Math.floor(LEVEL * ((1 - part()) ** (-1 / FALL) - 1)),
  };
}
