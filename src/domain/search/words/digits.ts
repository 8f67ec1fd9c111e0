/**
 * Rows of numbers as text that stands in JSON as it is. A sign has six bits. A number of any size takes a sign for every
 * five of its bits, the lowest first; all but the last sign have 32 added.
 */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < SIGNS.length; value++) VALUES[SIGNS.charCodeAt(value)] = value;

/** Writes a number from 0 to 63 as one sign. */
export const signOf = (value: number): string => SIGNS.charAt(value);

/** Writes a whole number from 0. */
export function digitsOf(number: number): string {
  let digits = '';
  let left = number;
  for (; left >= 32; left = Math.floor(left / 32)) digits += SIGNS.charAt(32 + (left % 32));
  return digits + SIGNS.charAt(left);
}

/** Reads such a row from its beginning. Everything throws where the row ends too early or has another sign. */
export class Digits {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** True where nothing is left to be read. */
  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The next sign as a number from 0 to 63. */
  sign(): number {
    const value = VALUES[this.#text.charCodeAt(this.#at)] ?? -1;
    if (value < 0) throw new Error('A row of numbers ends early, or is none.');
    this.#at++;
    return value;
  }

  /** The next number. */
  number(): number {
    let number = 0;
    for (let scale = 1; ; scale *= 32) {
      const value = this.sign();
      number += (value & 31) * scale;
      if (value < 32) return number;
      if (scale > 2 ** 40) throw new Error('A row of numbers has one that is too large.');
    }
  }
}
