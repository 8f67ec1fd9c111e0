import { crc32 } from 'node:zlib';
import { mustHold } from '../unsound.ts';
import { type PngFormat, type PngPass, packedRows, pngRows } from './png-rows.ts';

interface Chunk {
  type: string;
  content: Buffer;
}

const HEAD = 8;
const [PALETTE, GREY_ALPHA, COLOUR_ALPHA] = [3, 4, 6];

function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = HEAD; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    mustHold(end + 4 <= bytes.length, 'A part of the PNG file is too long.');
    const type = bytes.toString('latin1', at + 4, at + 8);
    yield { type, content: bytes.subarray(at + 8, end) };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

function bytesOf({ type, content }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Gives points that have their own alpha one colour where that is 0. @returns whether they had several */
function clearPoints(passes: readonly PngPass[], { bits }: PngFormat, alpha: number): boolean {
  const [size, colour] = [bits / 8, bits / 8 - alpha];
  let first: Buffer | undefined;
  let isMixed = false;
  for (const { rows } of passes)
    for (const row of rows)
      for (let at = 1; at < row.length; at += size) {
        if (row[at + colour] !== 0 || row[at + size - 1] !== 0) continue;
        first ??= Buffer.from(row.subarray(at, at + colour));
        isMixed ||= first.compare(row, at, at + colour) !== 0;
        row.fill(0, at, at + colour);
      }
  return isMixed;
}

/** Gives points of a palette one of its colours where they are transparent. @returns whether they had several */
function clearIndices(passes: readonly PngPass[], { bits }: PngFormat, alpha: Buffer): boolean {
  const clear = alpha.indexOf(0);
  let isMixed = false;
  for (const { width, rows } of passes)
    for (const row of rows)
      for (let x = 0; x < width; x++) {
        const at = 1 + ((x * bits) >> 3);
        const shift = 8 - bits - ((x * bits) & 7);
        const mask = (2 ** bits - 1) << shift;
        const index = ((row[at] ?? 0) & mask) >> shift;
        if (index === clear || alpha[index] !== 0) continue;
        isMixed = true;
        row[at] = ((row[at] ?? 0) & ~mask) | (clear << shift);
      }
  return isMixed;
}

/**
 * A PNG whose wholly transparent points have one colour: programs that rub out keep what was there. All else stays, and so
 * does the file where nothing lies below its transparent points.
 *
 * @throws UnsoundFile
 */
export function withoutHiddenPoints(bytes: Buffer): Buffer {
  const chunks = [...chunksOf(bytes)];
  const find = (type: string) => chunks.find((one) => one.type === type)?.content;
  const [head, alpha] = [find('IHDR'), find('tRNS')];
  mustHold(head !== undefined && head.length >= 13, 'The PNG file does not say its size.');
  const [depth = 8, kind = 0] = [head[8], head[9]];
  const isPalette = kind === PALETTE;
  const channels = isPalette ? 1 : kind === GREY_ALPHA ? 2 : kind === COLOUR_ALPHA ? 4 : 0;
  if (channels === 0 || (isPalette && !alpha?.includes(0))) return bytes;
  const format: PngFormat = {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    bits: depth * channels,
    isInterlaced: head[12] === 1,
  };
  const data = chunks.filter(({ type }) => type === 'IDAT');
  const passes = pngRows(Buffer.concat(data.map(({ content }) => content)), format);
  const isMixed =
    isPalette && alpha
      ? clearIndices(passes, format, alpha)
      : clearPoints(passes, format, depth / 8);
  if (!isMixed) return bytes;
  const packed = { type: 'IDAT', content: packedRows(passes, format) };
  const made = chunks.flatMap((one) =>
    one.type === 'IDAT' ? (one === data[0] ? [packed] : []) : [one],
  );
  return Buffer.concat([bytes.subarray(0, HEAD), ...made.map(bytesOf)]);
}
