import {
  caseOf,
  GAP,
  type ReadWords,
  type Written,
  writtenWith,
} from '../../domain/withholding/word.ts';

/** The number of a word of no letters. */
export const SEED = 0x811c9dc5 | 0;

/** The number of a word that goes on with a letter, a UTF-16 unit (FNV-1a). */
export const withUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The number of a word; it is the same for equal words. */
export function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = withUnit(hash, word.charCodeAt(at));
  return hash;
}

/** Words in a row, by their numbers. */
export interface Hashes {
  readonly count: number;
  readonly hashes: Int32Array;
}

/** Words in a row, spelt. */
export interface Words extends Hashes {
  /** The word at an index. */
  word: (index: number) => string;
}

/** Words that were read from bytes. */
export interface PlacedWords extends Words, ReadWords {
  /** Where the word at an index begins in what it was read from, in bytes. */
  place: (index: number) => number;
}

/** Letters, at the least, of a word that is looked for without the digits after it. */
const STEM = 8;

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;

/**
 * Words as they come, letter by letter. They are read out before the next text comes; what memory they took is kept. Of
 * nearly all texts their numbers are enough: only where it is asked for they are spelt.
 */
export class BareWords implements PlacedWords {
  count = 0;
  hashes = new Int32Array(4096);
  /** True inside a word. */
  isOpen = false;
  #isSpelt = false;
  #starts = new Int32Array(8192);
  #places = new Int32Array(4096);
  #written: (Written | '')[] = [];
  #before: number[] = [];
  #gap: number = GAP.block;
  #letters = new Uint16Array(32_768);
  #length = 0;
  #hash = SEED;
  readonly #stems: BareWords | undefined;

  /** @param stems is given the words again that digits end, without them: `name2032` */
  constructor(stems?: BareWords) {
    this.#stems = stems;
  }

  /** Begins anew. */
  clear(isSpelt: boolean): void {
    this.#isSpelt = isSpelt;
    this.count = 0;
    this.#length = 0;
    this.#hash = SEED;
    this.isOpen = false;
    this.#gap = GAP.block;
  }

  /** A letter of the present word, as a UTF-16 unit, the code point that it is of, and where that stands. */
  letter(unit: number, code: number, place: number): void {
    if (!this.isOpen) this.#open(place);
    this.#hash = withUnit(this.#hash, unit);
    if (this.#isSpelt) this.#spell(unit, code);
  }

  /** The end of a word, if one is open. @param kinds of what ends it, bits of `GAP` */
  gap(kinds: number): void {
    this.#gap |= kinds;
    if (!this.isOpen) return;
    this.hashes[this.count++] = this.#hash;
    this.#starts[this.count] = this.#length;
    this.#hash = SEED;
    this.isOpen = false;
  }

  /**
   * The plain letters and gaps that stand in bytes from an index on; gives the index of what is neither. Nearly all that
   * is read is such, and is taken at once.
   *
   * @param letters of each byte the letter that it is, 0 for a gap, 1 for neither
   * @param gaps of each byte what gap it is
   */
  stretch(bytes: Uint8Array, from: number, letters: Uint8Array, gaps: Uint8Array): number {
    if (this.#isSpelt) return this.#spellStretch(bytes, from, letters, gaps);
    // No byte makes more than a word.
    if (this.count + bytes.length - from >= this.hashes.length)
      this.#grow(this.count + bytes.length);
    const { hashes } = this;
    const places = this.#places;
    let { count, isOpen } = this;
    let hash = this.#hash;
    let at = from;
    // A word that is open already has letters before these, and is not told of.
    let start = isOpen ? bytes.length : from;
    for (; at < bytes.length; at++) {
      const letter = letters[bytes[at] ?? 0] ?? 0;
      if (letter > 1) {
        if (!isOpen) {
          places[count] = at;
          start = at;
        }
        hash = withUnit(hash, letter);
        isOpen = true;
      } else if (letter === 1) break;
      else if (isOpen) {
        if (at - start > STEM && isDigit(bytes[at - 1])) this.#stem(bytes, start, at, letters);
        hashes[count++] = hash;
        hash = SEED;
        isOpen = false;
      }
    }
    if (isOpen && at - start > STEM && isDigit(bytes[at - 1]))
      this.#stem(bytes, start, at, letters);
    this.count = count;
    this.isOpen = isOpen;
    this.#hash = hash;
    return at;
  }

  word(index: number): string {
    const letters = this.#letters.subarray(this.#starts[index], this.#starts[index + 1]);
    let word = '';
    for (const letter of letters) word += String.fromCharCode(letter);
    return word;
  }

  place(index: number): number {
    return this.#places[index] ?? 0;
  }

  written(index: number): Written {
    return this.#written[index] || 'caseless';
  }

  before(index: number): number {
    return index < this.count ? (this.#before[index] ?? 0) : this.#gap;
  }

  #spellStretch(bytes: Uint8Array, from: number, letters: Uint8Array, gaps: Uint8Array): number {
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const letter = letters[byte] ?? 0;
      if (letter > 1) {
        this.letter(letter, byte, at);
        continue;
      }
      this.#spellStem(bytes, from, at, letters);
      if (letter === 1) return at;
      this.gap(gaps[byte] ?? 0);
    }
    this.#spellStem(bytes, from, at, letters);
    return at;
  }

  /** Tells of a word of letters alone without the digits that end it at an index. */
  #stem(bytes: Uint8Array, place: number, at: number, letters: Uint8Array): void {
    let end = at;
    while (end > place && isDigit(bytes[end - 1])) end--;
    if (!this.#stems || end - place < STEM) return;
    // Of digests, of which a site has many, nearly all are told at once to have digits within.
    for (let index = end; index > place; ) if (isDigit(bytes[--index])) return;
    for (let index = place; index < end; index++)
      this.#stems.letter(letters[bytes[index] ?? 0] ?? 0, bytes[index] ?? 0, index);
    this.#stems.gap(GAP.block);
  }

  #spellStem(bytes: Uint8Array, from: number, at: number, letters: Uint8Array): void {
    const place = this.place(this.count);
    if (this.isOpen && place >= from && isDigit(bytes[at - 1]))
      this.#stem(bytes, place, at, letters);
  }

  #grow(least?: number): void {
    this.hashes = doubled(this.hashes, least);
    this.#places = doubled(this.#places, least);
    this.#starts = doubled(this.#starts, this.#places.length);
  }

  #open(place: number): void {
    this.isOpen = true;
    // The end of the last word has a place too.
    if (this.count + 1 >= this.hashes.length) this.#grow();
    this.#places[this.count] = place;
    if (!this.#isSpelt) return;
    this.#written[this.count] = '';
    this.#before[this.count] = this.#gap;
    this.#gap = 0;
  }

  #spell(unit: number, code: number): void {
    if (this.#length === this.#letters.length) this.#letters = doubled(this.#letters);
    this.#written[this.count] = writtenWith(this.#written[this.count] ?? '', caseOfCode(code));
    this.#letters[this.#length++] = unit;
  }
}

const caseOfCode = (code: number): ReturnType<typeof caseOf> =>
  code >= 0x61 && code <= 0x7a
    ? 'small'
    : code >= 0x41 && code <= 0x5a
      ? 'capital'
      : caseOf(String.fromCodePoint(code));

function doubled<A extends Int32Array | Uint16Array>(array: A, least = array.length): A {
  const larger = new (array.constructor as new (length: number) => A)(least * 2);
  larger.set(array);
  return larger;
}
