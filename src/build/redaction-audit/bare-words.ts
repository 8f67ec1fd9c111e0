import { GAP, type Written } from '../../domain/withholding/word.ts';
import { doubled, Spelling } from './spelling.ts';
import { SEED, withUnit } from './word-hash.ts';
import type { PlacedWords } from './words.ts';

/** A word is looked for without the digits at its end only if at least this many letters are left. */
const STEM = 8;

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;

/**
 * The words of a text, added letter by letter. They must be read before the next text is added, because the memory is
 * used again. Hashes are enough for most texts, so words are spelt only on request: spelling is slow.
 */
export class BareWords implements PlacedWords {
  count = 0;
  hashes = new Int32Array(4096);
  /** True inside a word. */
  isOpen = false;
  #isSpelt = false;
  #places = new Int32Array(4096);
  #hash = SEED;
  readonly #spelling = new Spelling();
  readonly #stems: BareWords | undefined;

  /** @param stems also gets each long word that ends with digits, without these: `halvorsen` for `halvorsen2032` */
  constructor(stems?: BareWords) {
    this.#stems = stems;
  }

  /** Begins a new text. @param isSpelt whether its words are needed, or only their hashes */
  clear(isSpelt: boolean): void {
    this.#isSpelt = isSpelt;
    this.count = 0;
    this.#hash = SEED;
    this.isOpen = false;
    this.#spelling.clear();
  }

  /** Adds a letter to the open word, or opens one: a UTF-16 unit, the code point that it was folded from, and its place. */
  letter(unit: number, code: number, place: number): void {
    if (!this.isOpen) this.#open(place);
    this.#hash = withUnit(this.#hash, unit);
    if (this.#isSpelt) this.#spelling.letter(this.count, unit, code);
  }

  /** Ends the open word, if there is one. @param kinds what ends it: bits of `GAP` */
  gap(kinds: number): void {
    if (this.#isSpelt) this.#spelling.gap(kinds);
    if (!this.isOpen) return;
    if (this.#isSpelt) this.#spelling.close(this.count);
    this.hashes[this.count++] = this.#hash;
    this.#hash = SEED;
    this.isOpen = false;
  }

  /**
   * Adds plain letters and gaps from an index on. Nearly all bytes of a site are plain, so this is a tight loop.
   *
   * @returns the index of the first byte that is neither, or the length of the bytes
   * @param letters for each byte its folded letter, 0 for a gap, 1 for neither
   * @param gaps for each byte the kind of gap that it is
   */
  stretch(bytes: Uint8Array, from: number, letters: Uint8Array, gaps: Uint8Array): number {
    if (this.#isSpelt) return this.#spellStretch(bytes, from, letters, gaps);
    // Each byte makes at most one word.
    if (this.count + bytes.length - from >= this.hashes.length)
      this.#grow(this.count + bytes.length);
    const { hashes } = this;
    const places = this.#places;
    let { count, isOpen } = this;
    let hash = this.#hash;
    let at = from;
    // If a word is open already, its first letters are not here, and it has no stem.
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
    return this.#spelling.word(index);
  }

  place(index: number): number {
    return this.#places[index] ?? 0;
  }

  written(index: number): Written {
    return this.#spelling.written(index);
  }

  before(index: number): number {
    return this.#spelling.before(index, this.count);
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

  /**
   * Gives `stems` a word without the digits at its end, unless what is left is short or has digits too.
   *
   * @param place index of its first byte
   * @param at index past its last byte
   */
  #stem(bytes: Uint8Array, place: number, at: number, letters: Uint8Array): void {
    let end = at;
    while (end > place && isDigit(bytes[end - 1])) end--;
    if (!this.#stems || end - place < STEM) return;
    // A site has many digests. Nearly all have more digits near their end, so they are soon dropped here.
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
  }

  #open(place: number): void {
    this.isOpen = true;
    if (this.count >= this.hashes.length) this.#grow();
    this.#places[this.count] = place;
    if (this.#isSpelt) this.#spelling.open(this.count);
  }
}
