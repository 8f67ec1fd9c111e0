import { type Box, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';

/** What pictures are made of: units of H.264, by the width of the number before each in bytes, or those of AV1. */
export type Units = number | 'obus';

/** Where something lies in a file, in bytes. */
export interface Span {
  start: number;
  end: number;
  units?: Units | undefined;
}

const VERSION = 4;

/** The numbers of a table of 4 bytes each, behind its count. */
function numbers(bytes: Buffer, { content, end }: Box, width: 4 | 8): number[] {
  const count = bytes.readUInt32BE(content + VERSION);
  const start = content + VERSION + 4;
  mustHold(start + count * width <= end, 'A table of the film is torn.');
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * width;
    return width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
  });
}

/** The size of each sample of a track, in bytes. */
function sizesOf(
  bytes: Buffer,
  { content, end }: Box,
): { count: number; size: (at: number) => number } {
  const same = bytes.readUInt32BE(content + VERSION);
  const count = bytes.readUInt32BE(content + VERSION + 4);
  const start = content + VERSION + 8;
  mustHold(count <= bytes.length, 'The film tells of more samples than it has bytes.');
  if (same !== 0) return { count, size: () => same };
  mustHold(start + count * 4 <= end, 'A table of the film is torn.');
  return { count, size: (at) => bytes.readUInt32BE(start + at * 4) };
}

/** How many samples each chunk has: pairs of the first chunk, from 1, and the number from there on. */
function runsOf(bytes: Buffer, { content, end }: Box): [first: number, samples: number][] {
  const count = bytes.readUInt32BE(content + VERSION);
  const start = content + VERSION + 4;
  mustHold(start + count * 12 <= end, 'A table of the film is torn.');
  return Array.from({ length: count }, (_, index) => [
    bytes.readUInt32BE(start + index * 12),
    bytes.readUInt32BE(start + index * 12 + 4),
  ]);
}

/**
 * Where the samples of a track lie, a span for each chunk of them.
 *
 * @param table the box `stbl` of the track
 * @throws UnsoundFile
 */
export function samplesOf(bytes: Buffer, table: Box): Span[] {
  const boxes = new Map(inside(bytes, table).map((box) => [box.type, box]));
  const [places, wide] = [boxes.get('stco'), boxes.get('co64')];
  const [sizes, runs] = [boxes.get('stsz'), boxes.get('stsc')];
  mustHold(
    sizes !== undefined && runs !== undefined,
    'A track of the film has no table of its samples.',
  );
  const chunks = places ? numbers(bytes, places, 4) : wide ? numbers(bytes, wide, 8) : [];
  const { count, size } = sizesOf(bytes, sizes);
  const run = runsOf(bytes, runs);
  let sample = 0;
  let at = 0;
  return chunks.map((start, index) => {
    while ((run[at + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= index + 1) at += 1;
    let end = start;
    for (let left = run[at]?.[1] ?? 0; left > 0 && sample < count; left--) end += size(sample++);
    mustHold(end <= bytes.length, 'A sample of the film lies behind its end.');
    return { start, end };
  });
}
