import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { mustHold } from '../unsound.ts';
import { passesOf } from './png-rows.ts';

/** How many samples a point has, by the type of its colours. */
const SAMPLES = [1, 0, 3, 1, 2, 0, 4];
/** How many bytes the rows of a picture are, with that before each which says how it was filtered. @param head what `IHDR` holds */
function lengthOf(head: Buffer): number {
  const bits = head.readUInt8(8) * (SAMPLES[head.readUInt8(9)] ?? 0);
  mustHold(bits > 0, 'The PNG file does not say how its points are kept.');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  return passesOf({ width, height, isInterlaced: head.readUInt8(12) === 1 }).reduce(
    (sum, pass) => sum + pass.height * (1 + Math.ceil((pass.width * bits) / 8)),
    0,
  );
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
