import { constants, createInflate } from 'node:zlib';
import { damaged, large } from '../media-fault.ts';

/** The most that a stream of a document unpacks to, in bytes: of text and drawing, of a picture, and of all together. */
const MOST = 64 * 1024 * 1024;
const MOST_OF_PICTURE = 1280 * 1024 * 1024;
const MOST_IN_ALL = 2048 * 1024 * 1024;

const SMALLER = 'Save it anew with smaller pictures, or part it into several.';

/** Bytes of what is written in 85 letters (ISO 32000-1, 7.4.3). */
function ofAscii85(text: Buffer): Buffer {
  const found = Buffer.alloc(Math.ceil((text.length * 4) / 5) + 4 * text.length);
  let [length, count, value] = [0, 0, 0];
  for (const sign of text) {
    if (sign === 0x7e) break;
    if (sign === 0x7a && count === 0) length = found.writeUInt32BE(0, length);
    if (sign < 0x21 || sign > 0x75) continue;
    value = value * 85 + (sign - 0x21);
    if (++count < 5) continue;
    length = found.writeUInt32BE(value % 2 ** 32, length);
    [count, value] = [0, 0];
  }
  if (count > 1) {
    for (let rest = count; rest < 5; rest++) value = value * 85 + 84;
    found.writeUInt32BE(value % 2 ** 32, length);
    length += count - 1;
  }
  return found.subarray(0, length);
}

/** What a stream of a PDF is packed with, by the names of its filters in order. */
export class Packed {
  #all = 0;

  /**
   * Unpacks a stream, to see how large it is.
   *
   * @param filters by their names, in order
   * @returns what it holds, where that is asked for
   * @throws MediaFault where it unpacks to too much, or cannot be unpacked
   */
  async unpack(
    data: Buffer,
    filters: readonly string[],
    isPicture: boolean,
    isKept: boolean,
  ): Promise<Buffer> {
    const packings = filters.filter((name) =>
      /^(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)$/.test(name),
    );
    if (packings.length > 1)
      throw large(
        'a stream of a PDF is packed once: this one packs what is packed',
        'Save it anew.',
      );
    const [first = '', second] = filters;
    const isAscii = first === 'ASCII85Decode' || first === 'A85';
    const isHex = first === 'ASCIIHexDecode' || first === 'AHx';
    const name = isAscii || isHex ? second : first;
    const bytes = isAscii
      ? ofAscii85(data)
      : isHex
        ? Buffer.from(data.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex')
        : data;
    if (name !== 'FlateDecode' && name !== 'Fl') return isKept ? bytes : Buffer.alloc(0);
    return this.#inflate(bytes, isPicture ? MOST_OF_PICTURE : MOST, isKept);
  }

  async #inflate(data: Buffer, most: number, isKept: boolean): Promise<Buffer> {
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    const kept: Buffer[] = [];
    let length = 0;
    inflate.end(data);
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        length += piece.length;
        this.#all += piece.length;
        if (length > most)
          throw large(
            `a stream of a PDF unpacks to at most ${Math.round(most / 1024 / 1024)} MB`,
            SMALLER,
          );
        if (this.#all > MOST_IN_ALL) throw large('a PDF unpacks to at most 2,048 MB', SMALLER);
        if (isKept) kept.push(piece);
      }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // Some programs write no sum at the end, or a wrong one.
      const isSum = /incorrect (?:data|length) check/.test(message);
      if (code?.startsWith('Z_') && !isSum)
        throw damaged('a part of this PDF cannot be unpacked', 'Save it anew from its original.');
      if (!code?.startsWith('Z_')) throw error;
    }
    return Buffer.concat(kept);
  }
}
