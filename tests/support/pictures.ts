import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Pictures that tests make: drawn by sharp, or written as bytes where no program would. */

/** A picture of noise, always the same, of 120 x 80 pixels. @param channels of each pixel */
export function picture(width = 120, height = 80, channels: 1 | 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  let seed = 7;
  for (let at = 0; at < pixels.length; at++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    pixels[at] = seed >> 16;
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

/** A chunk of a PNG. */
export const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
};

/** A PNG whose header states a size, with data of as many bytes of nothing. @param chunks between header and data */
export function png(width: number, height: number, bytes: number, ...chunks: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', head),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc(bytes))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF of frames of one pixel. @param width and height that it states */
export const gif = (frames: number, width = 1, height = 1): Buffer =>
  Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([
      width & 255,
      width >> 8,
      height & 255,
      height >> 8,
      0x80,
      0,
      0,
      0,
      0,
      0,
      255,
      255,
      255,
    ]),
    ...Array.from({ length: frames }, () =>
      Buffer.from([
        0x21, 0xf9, 4, 0, 9, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0,
      ]),
    ),
    Buffer.from([0x3b]),
  ]);

interface TiffPage {
  width: number;
  height: number;
  /** Bytes of its picture; grey, eight bits each. */
  bytes?: number;
  /** Further fields: tag, type, count and value. */
  fields?: readonly (readonly [number, number, number, number])[];
}

/** A TIFF of grey pages. @param next changes where each page leads, by its number */
export function tiff(
  pages: readonly TiffPage[],
  next?: (place: number, page: number) => number,
): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pages.forEach(({ width, height, bytes = width * height, fields = [] }, page) => {
    const all = [
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, 1],
      [277, 3, 1, 1],
      [278, 4, 1, height],
      [279, 4, 1, bytes],
      ...fields,
    ] as [number, number, number, number][];
    const length = 2 + (all.length + 1) * 12 + 4;
    all.push([273, 4, 1, at + length]);
    all.sort(([a], [b]) => a - b);
    const directory = Buffer.alloc(length);
    directory.writeUInt16LE(all.length);
    all.forEach(([tag, type, count, value], index) => {
      directory.writeUInt16LE(tag, 2 + index * 12);
      directory.writeUInt16LE(type, 4 + index * 12);
      directory.writeUInt32LE(count, 6 + index * 12);
      directory.writeUInt32LE(value, 10 + index * 12);
    });
    const place = page === pages.length - 1 ? 0 : at + length + bytes;
    directory.writeUInt32LE(next?.(place, page) ?? place, length - 4);
    parts.push(directory, Buffer.alloc(bytes, 128));
    at += length + bytes;
  });
  return Buffer.concat(parts);
}

/** An SVG with this in it. @param attributes of its first element */
export const svg = (inside: string, attributes = 'viewBox="0 0 300 200"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );
