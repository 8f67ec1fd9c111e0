import { type Hashes, hashOf, type Words } from './words.ts';

/** Words next to each other. */
interface Run {
  words: readonly string[];
}

/** A place where a run stands that is looked for: the index of its first word. */
export interface Found<R extends Run> {
  of: R;
  at: number;
}

/** How words that were read are compared with those that are looked for. */
export interface Likeness {
  /** A number that is the same for words that may be alike. */
  hashOf: (word: string) => number;
  isAlike: (read: string, sought: string) => boolean;
}

const SAME: Likeness = { hashOf, isAlike: (read, sought) => read === sought };

/** A run by the hashes of its words. */
interface Hashed<R extends Run> {
  run: R;
  hashes: readonly number[];
  /** Index of the word by which it is found: the longest, which few texts have. */
  anchor: number;
}

function hashed<R extends Run>(run: R, likeness: Likeness): Hashed<R> {
  const lengths = run.words.map(({ length }) => length);
  return {
    run,
    hashes: run.words.map(likeness.hashOf),
    anchor: lengths.indexOf(Math.max(...lengths)),
  };
}

/** Places of the filter for each run: so few other words pass it. */
const PLACES = 64;

/** Runs of words that are looked for, all of them at once, however many there are. */
export class Sought<R extends Run> {
  readonly #likeness: Likeness;
  readonly #runs: ReadonlyMap<number, Hashed<R>[]>;
  // Nearly every word that is read is told by it to be the anchor of no run.
  readonly #filter: Uint8Array;

  constructor(runs: readonly R[], likeness: Likeness = SAME) {
    this.#likeness = likeness;
    this.#runs = Map.groupBy(
      runs.map((run) => hashed(run, likeness)),
      ({ hashes, anchor }) => hashes[anchor] ?? 0,
    );
    this.#filter = new Uint8Array(2 ** Math.ceil(Math.log2(runs.length * PLACES + 1)));
    const mask = this.#filter.length - 1;
    for (const hash of this.#runs.keys()) this.#filter[slotOf(hash, mask)] = 1;
  }

  /** False where no run that is looked for stands in words. */
  mayBeIn(words: Hashes): boolean {
    return this.#candidates(words).length > 0;
  }

  /** Where in words the runs stand that are looked for. */
  *in(words: Words): Generator<Found<R>> {
    const { isAlike } = this.#likeness;
    for (const { of, at } of this.#candidates(words))
      if (of.words.every((word, index) => isAlike(words.word(at + index), word))) yield { of, at };
  }

  /** Where words stand whose hashes are those of a run. */
  #candidates({ count, hashes }: Hashes): Found<R>[] {
    const found: Found<R>[] = [];
    const filter = this.#filter;
    const mask = filter.length - 1;
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] ?? 0;
      if (filter[slotOf(hash, mask)] === 0) continue;
      for (const { run, hashes: sought, anchor } of this.#runs.get(hash) ?? []) {
        const at = index - anchor;
        const isWithin = at >= 0 && at + sought.length <= count;
        if (isWithin && sought.every((one, word) => hashes[at + word] === one))
          found.push({ of: run, at });
      }
    }
    return found;
  }
}

// The high bits of a product depend on every bit of the hash.
const slotOf = (hash: number, mask: number) => (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
