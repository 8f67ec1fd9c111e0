import { CutOff } from './file-bytes.ts';

/** Bytes that are read at places: those of a file, or of a part of one. */
export interface Bytes {
  size: number;
  at(from: number, length: number): Buffer;
}

/** Bytes that are in memory already. */
export const bytesOf = (buffer: Buffer): Bytes => ({
  size: buffer.length,
  at: (from, length) => {
    if (from < 0 || length < 0 || from + length > buffer.length) throw new CutOff();
    return buffer.subarray(from, from + length);
  },
});

/** A field of a directory of TIFF or EXIF: where its values are, and how many. */
interface Entry {
  type: number;
  count: number;
  from: number;
}

/** The bytes of a value of each type of TIFF 6.0, by its number. */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const MOST_ENTRIES = 4096;

/** A directory of fields (IFD, TIFF 6.0): of a page of a TIFF, or of the EXIF data of any picture. */
export class Directory {
  readonly #bytes: Bytes;
  readonly #isLittle: boolean;
  readonly #entries = new Map<number, Entry>();
  /** Where the next directory of the chain is; 0 where none is. */
  readonly next: number;

  /** @throws CutOff where it goes beyond the end of the bytes */
  constructor(bytes: Bytes, at: number, isLittle: boolean) {
    this.#bytes = bytes;
    this.#isLittle = isLittle;
    const count = Math.min(this.#number(at, 2), MOST_ENTRIES);
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * 12;
      const type = this.#number(entry + 2, 2);
      const values = this.#number(entry + 4, 4);
      const isInside = (WIDTHS[type] ?? 0) * values <= 4;
      const tag = this.#number(entry, 2);
      if (!this.#entries.has(tag))
        this.#entries.set(tag, {
          type,
          count: values,
          from: isInside ? entry + 8 : this.#number(entry + 8, 4),
        });
    }
    this.next = this.#number(at + 2 + count * 12, 4);
  }

  /** The first directory of bytes that begin as a TIFF does; undefined where they do not. */
  static first(bytes: Bytes): Directory | undefined {
    if (bytes.size < 8) return undefined;
    const order = bytes.at(0, 2).toString('latin1');
    if (order !== 'II' && order !== 'MM') return undefined;
    const isLittle = order === 'II';
    const start = bytes.at(4, 4);
    return new Directory(bytes, isLittle ? start.readUInt32LE() : start.readUInt32BE(), isLittle);
  }

  /** The directory at a place of the same bytes. */
  other = (at: number): Directory => new Directory(this.#bytes, at, this.#isLittle);

  has = (tag: number): boolean => this.#entries.has(tag);

  #number(at: number, width: number): number {
    const bytes = this.#bytes.at(at, width);
    return this.#isLittle ? bytes.readUIntLE(0, width) : bytes.readUIntBE(0, width);
  }

  /** The whole numbers of a field, at most so many; none where it has others or is not there. */
  numbers(tag: number, most: number): number[] {
    const entry = this.#entries.get(tag);
    const width = entry ? (WIDTHS[entry.type] ?? 0) : 0;
    if (!entry || ![1, 3, 4].includes(entry.type)) return [];
    const count = Math.min(entry.count, most);
    const bytes = this.#bytes.at(entry.from, count * width);
    return Array.from({ length: count }, (_, index) =>
      this.#isLittle
        ? bytes.readUIntLE(index * width, width)
        : bytes.readUIntBE(index * width, width),
    );
  }

  /** The bytes of a field of text, at most so many, up to the first that is zero. */
  text(tag: number, most: number): Buffer | undefined {
    const entry = this.#entries.get(tag);
    if (!entry || ![1, 2, 7].includes(entry.type)) return undefined;
    const bytes = this.#bytes.at(entry.from, Math.min(entry.count, most));
    const end = bytes.indexOf(0);
    return end < 0 ? bytes : bytes.subarray(0, end);
  }
}
