import { mustHold } from '../unsound.ts';
import { channels, ownBytes, padded, pointsOf } from './colour-bytes.ts';

/** Where counts stand in a list of elements (ICC.1, 10.16), in an element, and where the places of parts begin. */
const [INTO, OUT, COUNT, PLACES] = [8, 10, 12, 16];
const PLACE = 8;
const MOST_ELEMENTS = 32;
/** How many numbers a formula has, by its kind. */
const FORMULAS = [4, 5, 5];

const UNKNOWN = 'The colour profile has an element of no known kind.';

/** A part of a curve: a formula or samples. */
function ownSegment(value: Buffer): Buffer {
  const form = value.toString('latin1', 0, 4);
  if (form === 'samf') return ownBytes(value, 12 + value.readUInt32BE(8) * 4);
  const count = FORMULAS[value.readUInt16BE(8)];
  mustHold(form === 'parf' && count !== undefined, UNKNOWN);
  return ownBytes(value, 12 + count * 4).fill(0, 10, 12);
}

/** A curve of parts, which follow each other, with the numbers at which they meet. */
function ownCurve(value: Buffer): Buffer {
  mustHold(value.toString('latin1', 0, 4) === 'curf', UNKNOWN);
  const count = value.readUInt16BE(8);
  mustHold(count > 0, UNKNOWN);
  const parts = [ownBytes(value, 12 + (count - 1) * 4).fill(0, 10, 12)];
  let at = parts[0]?.length ?? 0;
  for (let index = 0; index < count; index++) {
    const segment = ownSegment(value.subarray(at));
    parts.push(segment);
    at += segment.length;
  }
  return Buffer.concat(parts);
}

/** Parts at places that are listed behind a head, written anew one behind another. */
function listed(value: Buffer, head: Buffer, count: number, own: (part: Buffer) => Buffer): Buffer {
  const places = Buffer.alloc(count * PLACE);
  const parts = [head, places];
  let at = head.length + places.length;
  /** What was read, by where it starts: parts may be shared. */
  const read = new Map<number, [start: number, length: number]>();
  for (let index = 0; index < count; index++) {
    const start = value.readUInt32BE(head.length + index * PLACE);
    let place = read.get(start);
    if (!place) {
      const part = own(value.subarray(start));
      parts.push(padded(part));
      place = [at, part.length];
      read.set(start, place);
      at += padded(part).length;
      mustHold(at <= 2 * value.length, 'Parts of the colour profile lie in each other.');
    }
    places.writeUInt32BE(place[0], index * PLACE);
    places.writeUInt32BE(place[1], index * PLACE + 4);
  }
  return Buffer.concat(parts);
}

const channelsOf = (value: Buffer) => channels(value.readUInt16BE(INTO), value.readUInt16BE(OUT));

/** A set of curves, a matrix or a table. */
function ownElement(value: Buffer): Buffer {
  const form = value.toString('latin1', 0, 4);
  const [into, out] = channelsOf(value);
  if (form === 'cvst') return listed(value, ownBytes(value, COUNT), into, ownCurve);
  if (form === 'matf') return ownBytes(value, COUNT + (into * out + out) * 4);
  mustHold(form === 'clut', UNKNOWN);
  const grid = value.subarray(COUNT);
  const own = ownBytes(value, COUNT + 16 + pointsOf(grid, into) * out * 4);
  return own.fill(0, COUNT + into, COUNT + 16);
}

/** The elements by which colours are turned into others in turn, without what lies between and behind them. @throws UnsoundFile */
export function ownElements(value: Buffer): Buffer {
  channelsOf(value);
  const count = value.readUInt32BE(COUNT);
  mustHold(count > 0 && count <= MOST_ELEMENTS, UNKNOWN);
  return listed(value, ownBytes(value, PLACES), count, ownElement);
}
