import { difference, WORDS } from './descriptor.ts';
import type { Features } from './features.ts';

/** A feature of a picture that is like one of those in an index. */
export interface Match {
  /** Number of the feature in the picture. */
  feature: number;
  /** Number of the feature among those of its group. */
  like: number;
}

/** In how many of 256 bits two features differ at most that are alike; of unlike ones about 128 do. */
const MOST = 42;
/** A descriptor has this many pieces of 16 bits; two that are alike have most probably one in common. */
const PIECES = WORDS * 2;
/** A piece that more features have than this tells nothing. */
const COMMON = 400;

const pieceOf = (descriptors: Uint32Array, at: number, piece: number) => {
  const word = descriptors[at + (piece >> 1)] ?? 0;
  return piece & 1 ? word >>> 16 : word & 0xffff;
};

/** Features in groups, in which those that are like others are found without comparing each with each (Norouzi et al. 2012). */
export class FeatureIndex {
  readonly #descriptors: Uint32Array;
  readonly #group: Uint32Array;
  readonly #first: number[];
  /** For each piece: where the features with each value begin in `#numbers`. */
  readonly #starts: Uint32Array[] = [];
  readonly #numbers: Uint32Array[] = [];

  constructor(groups: readonly Features[]) {
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    this.#descriptors = new Uint32Array(count * WORDS);
    this.#group = new Uint32Array(count);
    this.#first = [];
    let first = 0;
    groups.forEach((group, index) => {
      this.#first.push(first);
      this.#descriptors.set(group.descriptors, first * WORDS);
      this.#group.fill(index, first, first + group.count);
      first += group.count;
    });
    for (let piece = 0; piece < PIECES; piece++) {
      const starts = new Uint32Array(0x10001);
      for (let at = 0; at < count; at++) {
        const value = pieceOf(this.#descriptors, at * WORDS, piece) + 1;
        starts[value] = (starts[value] ?? 0) + 1;
      }
      for (let value = 1; value < starts.length; value++)
        starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
      const numbers = new Uint32Array(count);
      const free = starts.slice();
      for (let at = 0; at < count; at++) {
        const value = pieceOf(this.#descriptors, at * WORDS, piece);
        const place = free[value] ?? 0;
        numbers[place] = at;
        free[value] = place + 1;
      }
      this.#starts.push(starts);
      this.#numbers.push(numbers);
    }
  }

  /** For each group, the features of a picture that are like one of it: each with the one that is most alike. */
  matches({ count, descriptors }: Features): Map<number, Match[]> {
    const found = new Map<number, Match[]>();
    const seen = new Int32Array(this.#group.length).fill(-1);
    const best = new Map<number, { like: number; bits: number }>();
    for (let feature = 0; feature < count; feature++) {
      best.clear();
      for (let piece = 0; piece < PIECES; piece++) {
        const value = pieceOf(descriptors, feature * WORDS, piece);
        const starts = this.#starts[piece] ?? new Uint32Array();
        const [start, end] = [starts[value] ?? 0, starts[value + 1] ?? 0];
        if (end - start > COMMON) continue;
        for (let place = start; place < end; place++) {
          const other = this.#numbers[piece]?.[place] ?? 0;
          if (seen[other] === feature) continue;
          seen[other] = feature;
          const all = this.#descriptors;
          const bits = difference(descriptors, feature * WORDS, all, other * WORDS, MOST);
          if (bits > MOST) continue;
          const group = this.#group[other] ?? 0;
          if (bits < (best.get(group)?.bits ?? MOST + 1)) best.set(group, { like: other, bits });
        }
      }
      for (const [group, { like }] of best) {
        const match = { feature, like: like - (this.#first[group] ?? 0) };
        const matches = found.get(group);
        if (matches) matches.push(match);
        else found.set(group, [match]);
      }
    }
    return found;
  }
}
