import { mustHold } from '../../unsound.ts';

/** What is packed as programs did before 1996 (LZW; ISO 32000-1, 7.4.4.2). */

const [CLEAR, END, FIRST, MOST] = [256, 257, 258, 4096];
const SHORTEST = 9;
const LONGEST = 12;

/** The numbers that bits stand for; they grow longer with the table. */
class Bits {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The number of the next bits; undefined where there are not as many. */
  next(length: number): number | undefined {
    while (this.#count < length) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) return undefined;
      this.#held = ((this.#held << 8) | byte) & 0xff_ffff;
      this.#count += 8;
    }
    this.#count -= length;
    return (this.#held >> this.#count) & ((1 << length) - 1);
  }
}

/**
 * Unpacks bytes.
 *
 * @param early 1 where numbers grow longer one too early, as nearly all programs write them, else 0
 * @param most how many bytes at most
 * @throws UnsoundFile where it is more, or a number stands for nothing
 */
export function ofLzw(bytes: Uint8Array, early: number, most: number): Buffer {
  const bits = new Bits(bytes);
  const parts: Uint8Array[] = [];
  let length = 0;
  let table: Uint8Array[] = [];
  let previous: Uint8Array | undefined;
  for (let width = SHORTEST; ; ) {
    const code = bits.next(width);
    if (code === undefined || code === END) return Buffer.concat(parts);
    if (code === CLEAR) {
      [table, previous, width] = [[], undefined, SHORTEST];
      continue;
    }
    const known: Uint8Array | undefined = code < CLEAR ? Uint8Array.of(code) : table[code - FIRST];
    const isNext = code === FIRST + table.length && previous !== undefined;
    mustHold(known !== undefined || isNext, 'A part of the PDF is torn.');
    const first = (known ?? previous)?.[0] ?? 0;
    const grown = previous ? Buffer.concat([previous, Uint8Array.of(first)]) : undefined;
    const part: Uint8Array = known ?? grown ?? Uint8Array.of();
    length += part.length;
    mustHold(length <= most, 'A part of the PDF unpacks to too much.');
    parts.push(part);
    if (grown && FIRST + table.length < MOST) table.push(grown);
    previous = part;
    const next = FIRST + table.length + early;
    width = Math.min(LONGEST, Math.max(SHORTEST, 32 - Math.clz32(next)));
  }
}
