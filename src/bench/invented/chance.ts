/** Random numbers that can be repeated: the same seed gives the same numbers, in the same order. */
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
   * The rank of a word, from 0 and without an upper limit, distributed as in real texts: few words are frequent, most are
   * rare, and a longer text has more different words.
   */
  rank: () => number;
}

/** Makes the frequencies of the first ranks closer to each other than a power law would. */
const LEVEL = 40;
/** How fast words get rarer: a newspaper’s year, of three million words, has about 30,000 different ones. */
const FALL = 1.1;

/** Makes a random generator. @param seed a whole number */
export function chanceOf(seed: number): Chance {
  // Marsaglia’s xorshift with 128 bits. The first numbers are thrown away, since similar seeds give similar ones.
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
