import { caseOf, GAP, type Written, writtenWith } from '../../domain/withholding/word.ts';

/** The letters of words, their case, and what stands between them. `clear` keeps the memory for the next text. */
export class Spelling {
  #letters = new Uint16Array(32_768);
  #length = 0;
  /** Where the letters of each word begin. A word ends where the next one begins, or would begin. */
  #starts = new Int32Array(8192);
  #written: (Written | '')[] = [];
  #before: number[] = [];
  #gap: number = GAP.block;

  /** Forgets all words. */
  clear(): void {
    this.#length = 0;
    this.#gap = GAP.block;
  }

  /** Begins the word at an index. */
  open(index: number): void {
    this.#written[index] = '';
    this.#before[index] = this.#gap;
    this.#gap = 0;
  }

  /** Adds a letter to the word at an index: a UTF-16 unit, and the code point that it was folded from. */
  letter(index: number, unit: number, code: number): void {
    if (this.#length === this.#letters.length) this.#letters = doubled(this.#letters);
    this.#written[index] = writtenWith(this.#written[index] ?? '', caseOfCode(code));
    this.#letters[this.#length++] = unit;
  }

  /** Notes what stands after the last word. @param kinds bits of `GAP` */
  gap(kinds: number): void {
    this.#gap |= kinds;
  }

  /** Ends the word at an index. */
  close(index: number): void {
    const next = index + 1;
    if (next >= this.#starts.length) this.#starts = doubled(this.#starts);
    this.#starts[next] = this.#length;
  }

  /** The word at an index. */
  word(index: number): string {
    const letters = this.#letters.subarray(this.#starts[index], this.#starts[index + 1]);
    let word = '';
    for (const letter of letters) word += String.fromCharCode(letter);
    return word;
  }

  /** The case of the word at an index. */
  written(index: number): Written {
    return this.#written[index] || 'caseless';
  }

  /** What stands before the word at an index, or after the last of `count` words: bits of `GAP`. */
  before(index: number, count: number): number {
    return index < count ? (this.#before[index] ?? 0) : this.#gap;
  }
}

const caseOfCode = (code: number): ReturnType<typeof caseOf> =>
  code >= 0x61 && code <= 0x7a
    ? 'small'
    : code >= 0x41 && code <= 0x5a
      ? 'capital'
      : caseOf(String.fromCodePoint(code));

/** A copy of an array with room for twice `least` numbers; by default, twice as many as it has. */
export function doubled<A extends Int32Array | Uint16Array>(array: A, least = array.length): A {
  const larger = new (array.constructor as new (length: number) => A)(least * 2);
  larger.set(array);
  return larger;
}
