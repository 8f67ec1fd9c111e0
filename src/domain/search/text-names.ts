/** The major types of CBOR (RFC 8949) whose values contain bytes or other values. */
const [BYTES, TEXT, ARRAY, MAP, TAG] = [2, 3, 4, 5, 6];

/** Reads CBOR value by value and decodes only what is asked for. @throws if it ends too early */
class Walk {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The number of values in the array that begins here. They come next. @throws if no array begins here */
  array(): number {
    const [major, count] = this.#head();
    if (major !== ARRAY) throw new Error('No list is there.');
    // Each value takes at least one byte. A longer list cannot be real, and would only use memory.
    if (count > this.#bytes.length - this.#at) throw new Error('It ends too early.');
    return count;
  }

  /** The text that begins here. @throws if there is none */
  text(): string {
    const [major, length] = this.#head();
    if (major !== TEXT) throw new Error('No text is there.');
    const start = this.#at;
    this.#pass(length);
    return new TextDecoder().decode(this.#bytes.subarray(start, this.#at));
  }

  /** Skips values, with everything inside them. */
  skip(values: number): void {
    for (let left = values; left > 0; left -= 1) {
      const [major, argument] = this.#head();
      if (major === BYTES || major === TEXT) this.#pass(argument);
      if (major === ARRAY || major === TAG) left += major === TAG ? 1 : argument;
      if (major === MAP) left += 2 * argument;
    }
  }

  #pass(length: number): void {
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new Error('It ends too early.');
  }

  /** The major type of a value, and its argument: the value itself or its length. */
  #head(): [major: number, argument: number] {
    const first = this.#bytes[this.#at] ?? 0;
    this.#pass(1);
    const short = first & 31;
    if (short > 27) throw new Error('Its length is not told.');
    let argument = short < 24 ? short : 0;
    for (let more = short < 24 ? 0 : 1 << (short - 24); more > 0; more -= 1) {
      argument = argument * 256 + (this.#bytes[this.#at] ?? 0);
      this.#pass(1);
    }
    return [first >> 5, argument];
  }
}

/**
 * Pagefind's names for the texts of an index, in the order in which Pagefind was given the texts.
 *
 * @param meta its unpacked `.pf_meta` file: a mark, then the version, then the texts (each with its name, its number of
 * words, and more), then data that is not used here
 * @param start where the mark ends, in bytes
 * @throws if `meta` is not such a file
 */
export function textNames(meta: Uint8Array, start = 'pagefind_dcd'.length): string[] {
  const walk = new Walk(meta, start);
  walk.array();
  walk.skip(1);
  return Array.from({ length: walk.array() }, () => {
    const fields = walk.array();
    const name = walk.text();
    walk.skip(fields - 1);
    return name;
  });
}
