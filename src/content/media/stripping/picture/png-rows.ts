import { constants, deflateSync, inflateSync } from 'node:zlib';
import { mustHold } from '../unsound.ts';

/** How the points of a PNG stand in its rows. */
export interface PngFormat {
  width: number;
  height: number;
  /** Bits of a point. */
  bits: number;
  isInterlaced: boolean;
}

/** A run of rows that are filtered one after another. */
export interface PngPass {
  /** Points of a row. */
  width: number;
  /** Each row with the byte before it that says how it is filtered; 0 once it is unpacked. */
  rows: Buffer[];
}

/** Where the points of each pass begin, and how far apart they are (Adam7). */
const INTERLACED = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

/** How many points a row has and how many rows there are, of each pass that has any. */
export const passesOf = ({ width, height, isInterlaced }: Omit<PngFormat, 'bits'>) =>
  (isInterlaced ? INTERLACED : WHOLE)
    .map(([x, y, across, down]) => ({
      width: Math.max(0, Math.ceil((width - x) / across)),
      height: Math.max(0, Math.ceil((height - y) / down)),
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0);

/** What a filter takes a byte to be, from those to its left, above it, and to the left of that (PNG, 9). */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Applies a filter to a row, or undoes it. @param sign 1 to undo it, -1 to apply it @param source what is predicted from */
function filtered(row: Buffer, source: Buffer, above: Buffer, step: number, sign: 1 | -1): void {
  const filter = row[0] ?? 0;
  if (filter === 0) return;
  for (let at = 1; at < row.length; at++) {
    const isFirst = at <= step;
    const left = isFirst ? 0 : (source[at - step] ?? 0);
    const corner = isFirst ? 0 : (above[at - step] ?? 0);
    row[at] = (source[at] ?? 0) + sign * predicted(filter, left, above[at] ?? 0, corner);
  }
}

/** Undoes the filter of a row, which its first byte says. @param above the row above it, undone @param step bytes of a point */
export const undoFilter = (row: Buffer, above: Buffer, step: number): void =>
  filtered(row, row, above, step, 1);

const stepOf = ({ bits }: PngFormat) => Math.max(1, bits >> 3);
const lengthOf = (width: number, { bits }: PngFormat) => 1 + Math.ceil((width * bits) / 8);

/** The rows of a PNG, unpacked. @param packed what its IDAT chunks hold @throws UnsoundFile */
export function pngRows(packed: Buffer, format: PngFormat): PngPass[] {
  const passes = passesOf(format);
  const size = passes.reduce((sum, one) => sum + one.height * lengthOf(one.width, format), 0);
  const bytes = inflateSync(packed, {
    maxOutputLength: size,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  mustHold(bytes.length === size, 'The picture of the PNG file is torn.');
  let at = 0;
  return passes.map(({ width, height }) => {
    const length = lengthOf(width, format);
    let above = Buffer.alloc(length);
    const rows = Array.from({ length: height }, () => {
      const row = bytes.subarray(at, at + length);
      at += length;
      undoFilter(row, above, stepOf(format));
      row[0] = 0;
      above = row;
      return row;
    });
    return { width, rows };
  });
}

/** How well a filtered row can be packed: the less the better. */
const weight = (row: Buffer) => {
  let sum = 0;
  for (const byte of row.subarray(1)) sum += byte < 128 ? byte : 256 - byte;
  return sum;
};

/** Packs rows, so that they unpack to the same points. */
export function packedRows(passes: readonly PngPass[], format: PngFormat): Buffer {
  // The points of a palette have no shades that a filter could tell.
  const filters = format.bits < 16 ? [0] : [0, 1, 2, 4];
  const made = passes.flatMap(({ rows }) =>
    rows.map((row, index) => {
      const above = rows[index - 1] ?? Buffer.alloc(row.length);
      const tried = filters.map((filter) => {
        const one = Buffer.from(row);
        one[0] = filter;
        filtered(one, row, above, stepOf(format), -1);
        return one;
      });
      return tried.reduce((best, one) => (weight(one) < weight(best) ? one : best));
    }),
  );
  return deflateSync(Buffer.concat(made));
}
