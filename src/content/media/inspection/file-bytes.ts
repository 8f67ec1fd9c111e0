import { createHash } from 'node:crypto';
import { closeSync, createReadStream, readSync } from 'node:fs';
import { openRegular } from '../../files/regular-file.ts';

/** Thrown where a file names bytes beyond its own end. */
export class CutOff extends Error {}

const WINDOW = 64 * 1024;

/**
 * The bytes of an open regular file, of which a piece at a time is in memory. Numbers are read with the most significant
 * byte first, unless they say otherwise. Each reading throws `CutOff` where the file ends before.
 */
export class FileBytes {
  /** The size of the file, in bytes. */
  readonly size: number;
  readonly #file: number;
  #window = Buffer.alloc(0);
  #from = 0;

  /** Opens a file. Throws as `regularBytes` does. */
  constructor(path: string) {
    const { file, size } = openRegular(path);
    this.#file = file;
    this.size = size;
  }

  /** Bytes from a place on. Those asked for at once are all in memory, so that callers bound the length. */
  at(from: number, length: number): Buffer {
    if (!(from >= 0 && length >= 0 && from + length <= this.size)) throw new CutOff();
    const start = from - this.#from;
    if (start >= 0 && start + length <= this.#window.length)
      return this.#window.subarray(start, start + length);
    const piece = Buffer.alloc(Math.min(Math.max(length, WINDOW), this.size - from));
    let read = 0;
    while (read < piece.length) {
      const more = readSync(this.#file, piece, read, piece.length - read, from + read);
      // It has become shorter since it was opened.
      if (more === 0) throw new CutOff();
      read += more;
    }
    this.#window = piece;
    this.#from = from;
    return piece.subarray(0, length);
  }

  u8 = (at: number): number => this.at(at, 1).readUInt8();
  u16 = (at: number): number => this.at(at, 2).readUInt16BE();
  u24 = (at: number): number => this.at(at, 3).readUIntBE(0, 3);
  u32 = (at: number): number => this.at(at, 4).readUInt32BE();
  /** Beyond 2^53 it is not exact, which no size is. */
  u64 = (at: number): number => this.u32(at) * 2 ** 32 + this.u32(at + 4);
  /** With the least significant byte first. */
  u16le = (at: number): number => this.at(at, 2).readUInt16LE();
  u32le = (at: number): number => this.at(at, 4).readUInt32LE();
  /** Bytes as characters of Latin 1. */
  text = (at: number, length: number): string => this.at(at, length).toString('latin1');

  /** Where a byte stands next; -1 where it does not. */
  find(byte: number, from: number): number {
    for (let at = from; at < this.size; ) {
      const piece = this.at(at, Math.min(WINDOW / 4, this.size - at));
      const found = piece.indexOf(byte);
      if (found >= 0) return at + found;
      at += piece.length;
    }
    return -1;
  }

  /** SHA-256 of all bytes, in hexadecimal. */
  async sha256(): Promise<string> {
    const digest = createHash('sha256');
    const fd = this.#file;
    const stream = createReadStream('', { fd, autoClose: false, start: 0, highWaterMark: 1 << 20 });
    for await (const bytes of stream) digest.update(bytes);
    return digest.digest('hex');
  }

  close(): void {
    closeSync(this.#file);
  }
}
