import { hashOf } from './word-hash.ts';
import type { Hashes, Words } from './words.ts';

/** Words in a row. Each entry lists the forms that the word may have; an empty list stands for any word. */
interface Run {
  words: readonly (readonly string[])[];
}

/** A run that was found, and the index of its first word. */
export interface Found<R extends Run> {
  of: R;
  at: number;
}

/** How words of a text are compared with the words of runs. */
export interface Likeness {
  /** A number that is the same for words that may be alike. */
  hashOf: (word: string) => number;
  isAlike: (read: string, sought: string) => boolean;
}

const SAME: Likeness = { hashOf, isAlike: (read, sought) => read === sought };

/** The hash of a word; a set of hashes for a word with several forms; undefined for any word. */
type Hash = number | ReadonlySet<number> | undefined;

const fits = (hash: Hash, read: number | undefined): boolean =>
  typeof hash === 'number' ? hash === read : hash === undefined || hash.has(read ?? 0);

/** A run with the hashes of its words. */
interface Hashed<R extends Run> {
  run: R;
  hashes: readonly Hash[];
  /** Index of the word that is looked up first: the longest, since few texts have it. */
  anchor: number;
  /** The hashes of its forms. */
  anchors: readonly number[];
}

function hashed<R extends Run>(run: R, likeness: Likeness): Hashed<R> {
  const all = run.words.map((words) => words.map(likeness.hashOf));
  const lengths = run.words.map((words) =>
    words.reduce((least, { length }) => Math.min(least, length), words.length > 0 ? Infinity : 0),
  );
  const anchor = lengths.indexOf(Math.max(...lengths));
  const hashes = all.map((of) => (of.length > 1 ? new Set(of) : of[0]));
  return { run, hashes, anchor, anchors: [...new Set(all[anchor])] };
}

/** Slots of the filter for each anchor word; the more there are, the fewer other words pass it. */
const PLACES = 64;

/** Finds runs of words in texts, all of them in one pass. */
export class RunFinder<R extends Run> {
  readonly #likeness: Likeness;
  readonly #runs: ReadonlyMap<number, Hashed<R>[]>;
  // A filter on hashes, which rules out nearly every word that is no anchor.
  readonly #filter: Uint8Array;

  constructor(runs: readonly R[], likeness: Likeness = SAME) {
    this.#likeness = likeness;
    const found = new Map<number, Hashed<R>[]>();
    for (const run of runs) {
      const one = hashed(run, likeness);
      for (const hash of one.anchors) {
        const same = found.get(hash);
        if (same) same.push(one);
        else found.set(hash, [one]);
      }
    }
    this.#runs = found;
    this.#filter = new Uint8Array(2 ** Math.ceil(Math.log2(found.size * PLACES + 1)));
    const mask = this.#filter.length - 1;
    for (const hash of found.keys()) this.#filter[slotOf(hash, mask)] = 1;
  }

  /** Finds every place in words where one of the runs stands. */
  *in(words: Words): Generator<Found<R>> {
    const { isAlike } = this.#likeness;
    for (const { of, at } of this.candidates(words)) {
      const isThere = of.words.every(
        (all, index) =>
          all.length === 0 || all.some((word) => isAlike(words.word(at + index), word)),
      );
      if (isThere) yield { of, at };
    }
  }

  /** Finds places where the hashes match a run. None is missed, but words may differ where their hashes do not. */
  candidates({ count, hashes }: Hashes): Found<R>[] {
    const found: Found<R>[] = [];
    const filter = this.#filter;
    const mask = filter.length - 1;
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] ?? 0;
      if (filter[slotOf(hash, mask)] === 0) continue;
      for (const { run, hashes: sought, anchor } of this.#runs.get(hash) ?? []) {
        const at = index - anchor;
        const isWithin = at >= 0 && at + sought.length <= count;
        if (isWithin && sought.every((one, word) => fits(one, hashes[at + word])))
          found.push({ of: run, at });
      }
    }
    return found;
  }
}

// Every bit of the hash changes the high bits of the product.
const slotOf = (hash: number, mask: number) => (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
