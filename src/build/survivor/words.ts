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
  /** Where the word at an index begins in what it was read from, in bytes. */
  place: (index: number) => number;
}

/**
 * Words as they come, letter by letter. They are read out before the next text comes; what memory they took is kept. Of
 * nearly all texts their numbers are enough: only where it is asked for they are spelt.
 */
export class BareWords implements Words {
  count = 0;
  hashes = new Int32Array(4096);
  /** True inside a word. */
  isOpen = false;
  #isSpelt = false;
  #starts = new Int32Array(8192);
  #places = new Int32Array(4096);
  #letters = new Uint16Array(32_768);
  #length = 0;
  #hash = SEED;

  /** Begins anew. */
  clear(isSpelt: boolean): void {
    this.#isSpelt = isSpelt;
    this.count = 0;
    this.#length = 0;
    this.#hash = SEED;
    this.isOpen = false;
  }

  /** A letter of the present word, as a UTF-16 unit, and where it stands. */
  letter(unit: number, place: number): void {
    this.isOpen = true;
    this.#hash = withUnit(this.#hash, unit);
    if (this.#isSpelt) this.#spell(unit, place);
  }

  /** The end of a word, if one is open. */
  gap(): void {
    if (!this.isOpen) return;
    if (this.count === this.hashes.length) this.hashes = doubled(this.hashes);
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
   */
  stretch(bytes: Uint8Array, from: number, letters: Uint8Array): number {
    if (this.#isSpelt) return this.#spellStretch(bytes, from, letters);
    // No byte makes more than a word.
    if (this.count + bytes.length - from >= this.hashes.length)
      this.hashes = doubled(this.hashes, this.count + bytes.length);
    const { hashes } = this;
    let { count, isOpen } = this;
    let hash = this.#hash;
    let at = from;
    for (; at < bytes.length; at++) {
      const letter = letters[bytes[at] ?? 0] ?? 0;
      if (letter > 1) {
        hash = withUnit(hash, letter);
        isOpen = true;
      } else if (letter === 1) break;
      else if (isOpen) {
        hashes[count++] = hash;
        hash = SEED;
        isOpen = false;
      }
    }
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

  #spellStretch(bytes: Uint8Array, from: number, letters: Uint8Array): number {
    for (let at = from; at < bytes.length; at++) {
      const letter = letters[bytes[at] ?? 0] ?? 0;
      if (letter === 1) return at;
      if (letter > 1) this.letter(letter, at);
      else this.gap();
    }
    return bytes.length;
  }

  #spell(unit: number, place: number): void {
    if (this.#length === this.#letters.length) this.#letters = doubled(this.#letters);
    if (this.count + 1 >= this.#places.length) {
      this.#places = doubled(this.#places);
      this.#starts = doubled(this.#starts);
    }
    if (this.#length === (this.#starts[this.count] ?? 0)) this.#places[this.count] = place;
    this.#letters[this.#length++] = unit;
  }
}

function doubled<A extends Int32Array | Uint16Array>(array: A, least = array.length): A {
  const larger = new (array.constructor as new (length: number) => A)(least * 2);
  larger.set(array);
  return larger;
}
