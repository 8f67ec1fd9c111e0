const TEXT = 3;
const ARRAY = 4;

/** Something in CBOR (RFC 8949), as far as Pagefind writes it: whole numbers, texts and arrays of these. */
export type CborValue = number | string | CborValue[];

/** Reads CBOR piece by piece. @throws where another piece stands than is asked for, or none at all */
export class Cbor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** True where all has been read. */
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** A whole number, which may be below zero. */
  number(): number {
    const major = this.#major();
    if (major > 1) throw new Error('This CBOR is no number.');
    const value = this.#argument();
    return major === 0 ? value : -1 - value;
  }

  /** A text. */
  text(): string {
    if (this.#major() !== TEXT) throw new Error('This CBOR is no text.');
    const length = this.#argument();
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new Error('This CBOR ends before its end.');
    return this.#bytes.toString('utf8', start, this.#at);
  }

  /** The beginning of an array: how many pieces are in it. They come next. */
  array(): number {
    if (this.#major() !== ARRAY) throw new Error('This CBOR is no array.');
    return this.#argument();
  }

  /** Whatever comes next. */
  value(): CborValue {
    const major = this.#major();
    if (major <= 1) return this.number();
    if (major === TEXT) return this.text();
    const items: CborValue[] = [];
    for (let left = this.array(); left > 0; left--) items.push(this.value());
    return items;
  }

  #major(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Error('This CBOR ends before its end.');
    return byte >> 5;
  }

  #argument(): number {
    const short = (this.#bytes[this.#at++] ?? 0) & 31;
    if (short < 24) return short;
    // Longer than four bytes, and lengths that are not told, Pagefind does not write.
    if (short > 26) throw new Error('This CBOR is not as Pagefind writes it.');
    const width = 1 << (short - 24);
    const value = this.#bytes.readUIntBE(this.#at, width);
    this.#at += width;
    return value;
  }
}
