import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { mustHold } from '../unsound.ts';

/** How many samples a point has, by the type of its colours. */
const SAMPLES = [1, 0, 3, 1, 2, 0, 4];
/** Where the points of each of the seven runs lie (Adam7): from which column and row on, and how far apart. */
const RUNS = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const ALL = [[0, 0, 1, 1]] as const;

/** How many bytes the rows of a picture are, with that before each which says how it was filtered. @param head what `IHDR` holds */
function lengthOf(head: Buffer): number {
  const bits = head.readUInt8(8) * (SAMPLES[head.readUInt8(9)] ?? 0);
  mustHold(bits > 0, 'The PNG file does not say how its points are kept.');
  let sum = 0;
  for (const [left, top, across, down] of head.readUInt8(12) === 1 ? RUNS : ALL) {
    const columns = Math.ceil((head.readUInt32BE(0) - left) / across);
    const rows = Math.ceil((head.readUInt32BE(4) - top) / down);
    if (columns > 0 && rows > 0) sum += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return sum;
}

/**
 * How many of the packed bytes of a picture are its own; what follows them no reader unpacks.
 *
 * @param head what `IHDR` holds
 * @throws UnsoundFile where more rows are packed than it has
 */
export async function ownLength(head: Buffer, parts: readonly Buffer[]): Promise<number> {
  const most = lengthOf(head);
  const inflate = createInflate();
  // It ends with the packed bytes, and passes over what follows.
  Readable.from(parts).pipe(inflate);
  let length = 0;
  for await (const rows of inflate) {
    length += rows.length;
    mustHold(length <= most, 'The PNG file holds more rows than its picture has.');
  }
  return inflate.bytesWritten;
}
