import { ownPieces } from './own-bytes.ts';

/** A file whose bytes are looked for in others. */
export interface SoughtBytes {
  medium: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes in a row that a file shares with a withheld one. */
export interface SharedRun {
  medium: number;
  /** Where it begins in the file that was looked through, in bytes. */
  at: number;
  /** How long it is, in bytes. */
  length: number;
  /** Which part it is of what the withheld file alone has. */
  share: number;
}

/** So many bytes in a row are looked up. */
const WINDOW = 24;
/** At most so many places of withheld files are known; of more bytes every second, third… place is. */
const MOST_PLACES = 2 ** 22;
/** The shortest run that tells something; every longer one than `STEP` is found. */
const SHORTEST = 256;
const STEP = 384;
/** Of a whole second of film as of one of a hundred, the same part of places is looked up. */
const PART = 64;
/** Of places that look the same, so many are known. */
const MOST_ALIKE = 16;
/** How many different pairs of bytes a run has at least; one of blank paper repeats itself. */
const VARIED = 100;

function hashAt(bytes: Buffer, at: number): number {
  let hash = 0;
  for (let index = at; index < at + WINDOW; index++)
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193) + 0x9e37;
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isVaried(bytes: Buffer, start: number, end: number): boolean {
  const seen = new Set<number>();
  for (let at = start; at + 1 < Math.min(end, start + 4096) && seen.size < VARIED; at++)
    seen.add(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return seen.size >= VARIED;
}

/** The bytes of withheld files, to be found in others at any place. */
export class ByteRuns {
  readonly #sought: readonly { medium: number; bytes: Buffer; own: number }[];
  /** A hash table of places: the number of a file, and a place in it; -1 where free. */
  readonly #files: Int32Array;
  readonly #places: Uint32Array;
  readonly #stride: number;

  constructor(given: readonly SoughtBytes[]) {
    // What a thread is given has lost its methods.
    const sought = given.map(({ medium, bytes }) => ({
      medium,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    }));
    const pieces = sought.map(({ bytes }) => ownPieces(bytes));
    const sizes = pieces.map((all) => all.reduce((sum, [start, end]) => sum + end - start, 0));
    const whole = sizes.reduce((sum, size) => sum + size, 0);
    this.#sought = sought.map((one, index) => ({ ...one, own: sizes[index] ?? 0 }));
    this.#stride = Math.max(1, Math.ceil(whole / MOST_PLACES));
    const size = 2 ** Math.ceil(Math.log2(2 * Math.min(whole, MOST_PLACES) + 16));
    this.#files = new Int32Array(size).fill(-1);
    this.#places = new Uint32Array(size);
    sought.forEach(({ bytes }, file) => {
      for (const [start, end] of pieces[file] ?? [])
        for (let at = start; at + WINDOW <= end; at += this.#stride) this.#put(bytes, file, at);
    });
  }

  #put(bytes: Buffer, file: number, at: number): void {
    const mask = this.#files.length - 1;
    let slot = hashAt(bytes, at) & mask;
    // What repeats itself in a file is known by its first places.
    for (let tries = 0; this.#files[slot] !== -1; tries++) {
      if (tries === MOST_ALIKE) return;
      slot = (slot + 1) & mask;
    }
    this.#files[slot] = file;
    this.#places[slot] = at;
  }

  /** The longest run of each withheld file in bytes. */
  in(bytes: Buffer): SharedRun[] {
    const found = new Map<number, SharedRun>();
    const mask = this.#files.length - 1;
    const step = Math.max(STEP, PART * this.#stride);
    const last = bytes.length - WINDOW;
    for (let block = 0, next = step; block <= last; block = next) {
      next = block + step;
      for (let at = block; at <= Math.min(last, block + this.#stride - 1); at++) {
        let slot = hashAt(bytes, at) & mask;
        for (let tries = 0; tries <= MOST_ALIKE && this.#files[slot] !== -1; tries++) {
          const run = this.#runAt(bytes, at, this.#files[slot] ?? 0, this.#places[slot] ?? 0);
          if (run) next = Math.max(next, run.at + run.length - WINDOW);
          if (run?.tells && run.length > (found.get(run.medium)?.length ?? 0))
            found.set(run.medium, run);
          slot = (slot + 1) & mask;
        }
      }
    }
    return [...found.values()];
  }

  /** The run around a place; `tells` is false where files share it by chance. */
  #runAt(
    bytes: Buffer,
    at: number,
    file: number,
    place: number,
  ): (SharedRun & { tells: boolean }) | undefined {
    const sought = this.#sought[file];
    if (!sought) return undefined;
    const { bytes: other, medium, own } = sought;
    let [before, after] = [0, 0];
    while (
      place + after < other.length &&
      at + after < bytes.length &&
      other[place + after] === bytes[at + after]
    )
      after++;
    if (after < WINDOW) return undefined;
    while (before < Math.min(at, place) && other[place - before - 1] === bytes[at - before - 1])
      before++;
    const length = before + after;
    const isWhole = length >= 0.9 * own;
    const tells = isWhole || (length >= SHORTEST && isVaried(bytes, at - before, at + after));
    return { medium, at: at - before, length, share: length / own, tells };
  }
}
