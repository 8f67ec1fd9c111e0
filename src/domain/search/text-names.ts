/** Major types of CBOR (RFC 8949) in which other values lie, or bytes. */
const [BYTES, TEXT, ARRAY, MAP, TAG] = [2, 3, 4, 5, 6];

/** Walks over CBOR, value by value, without making more of it than is asked for. @throws where it ends too early */
class Walk {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** How many values an array holds; they come next. @throws where none begins here */
  array(): number {
    const [major, count] = this.#head();
    if (major !== ARRAY) throw new Error('No list is there.');
    // Each value takes a byte at least: a list of more would only take memory.
    if (count > this.#bytes.length - this.#at) throw new Error('It ends too early.');
    return count;
  }

  /** A text. @throws where none begins here */
  text(): string {
    const [major, length] = this.#head();
    if (major !== TEXT) throw new Error('No text is there.');
    const start = this.#at;
    this.#pass(length);
    return new TextDecoder().decode(this.#bytes.subarray(start, this.#at));
  }

  /** Passes over values, with all that lies in them. */
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

  /** The major type of a value, and its number: what it is, or how long. */
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
 * The names by which Pagefind knows the texts of an index, in the order in which they were given to it.
 *
 * @param meta its unpacked `.pf_meta` file: a mark, then the version, the texts (each a name, how many words it has, and
 * more), and what is of no use here
 * @param start where the mark ends, in bytes
 * @throws where it is none
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
