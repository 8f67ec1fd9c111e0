import { mustHold } from '../unsound.ts';

/**
 * A copy of the first bytes of a part of a colour profile, of which those behind its name are for nothing yet.
 *
 * @throws UnsoundFile where it has fewer than it says
 */
export function ownBytes(value: Buffer, length: number): Buffer {
  mustHold(length <= value.length, 'A part of the colour profile of the picture is cut off.');
  return Buffer.from(value.subarray(0, length)).fill(0, 4, 8);
}

/** Bytes with as many behind them as parts of a profile need to begin at every fourth. */
export const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes], bytes.length + ((4 - (bytes.length % 4)) % 4));

/** Channels of colours, at most fifteen. @throws UnsoundFile where there are none, or more */
export function channels(into: number, out: number): [into: number, out: number] {
  const areKnown = [into, out].every((count) => count > 0 && count <= 15);
  mustHold(areKnown, 'The colour profile of the picture has too many channels.');
  return [into, out];
}

/** How many points a table of colours has. @param grid how many on each of its sides */
export function pointsOf(grid: Buffer, sides: number): number {
  let points = 1;
  for (let side = 0; side < sides; side++) points *= grid.readUInt8(side);
  return points;
}
