import { mustHold } from '../unsound.ts';
import { channels, padded, pointsOf } from './colour-bytes.ts';

/** The head of a chain of steps (ICC.1, 10.12 and 10.13), and where it says where each step lies. */
const [HEAD, CURVES_B, NUMBERS, CURVES_M, TABLE, CURVES_A] = [32, 12, 16, 20, 24, 28];
/** Twelve numbers of four bytes: a matrix, and what is added. */
const MATRIX = 48;
const [TABLE_HEAD, TABLE_WIDTH] = [20, 16];

function ownMatrix(value: Buffer): Buffer {
  mustHold(value.length >= MATRIX, 'A matrix of the colour profile is cut off.');
  return value.subarray(0, MATRIX);
}

/** A table of colours between steps. @throws UnsoundFile */
function ownTable(value: Buffer, into: number, out: number): Buffer {
  const width = value.readUInt8(TABLE_WIDTH);
  mustHold(width === 1 || width === 2, 'A table of the colour profile is of no known kind.');
  const length = TABLE_HEAD + pointsOf(value, into) * out * width;
  mustHold(length <= value.length, 'A part of the colour profile of the picture is cut off.');
  return Buffer.from(value.subarray(0, length)).fill(0, into, 16).fill(0, 17, TABLE_HEAD);
}

/**
 * A chain of steps that turns colours into others, written anew of its steps alone.
 *
 * @param form `mBA ` leads to the colours of a device, `mAB ` from there
 * @param curveAt reads a curve
 * @throws UnsoundFile
 */
export function ownSteps(
  value: Buffer,
  form: 'mAB ' | 'mBA ',
  curveAt: (value: Buffer) => Buffer,
): Buffer {
  const [into, out] = channels(value.readUInt8(8), value.readUInt8(9));
  const curves = (count: number) => (from: Buffer) => {
    const all: Buffer[] = [];
    for (let at = 0; all.length < count; ) {
      const curve = curveAt(from.subarray(at));
      all.push(padded(curve));
      at += padded(curve).length;
    }
    return Buffer.concat(all);
  };
  // The curves of A stand on the side of the device.
  const [sideA, sideB] = form === 'mAB ' ? [into, out] : [out, into];
  const steps: [place: number, own: (from: Buffer) => Buffer][] = [
    [CURVES_B, curves(sideB)],
    [NUMBERS, ownMatrix],
    [CURVES_M, curves(sideB)],
    [TABLE, (from) => ownTable(from, into, out)],
    [CURVES_A, curves(sideA)],
  ];
  const head = Buffer.alloc(HEAD);
  head.write(form, 'latin1');
  head.set([into, out], 8);
  const parts: Buffer[] = [head];
  let at = HEAD;
  for (const [place, own] of steps) {
    const start = value.readUInt32BE(place);
    if (start === 0) continue;
    const step = own(value.subarray(start));
    head.writeUInt32BE(at, place);
    parts.push(padded(step));
    at += padded(step).length;
  }
  return Buffer.concat(parts);
}
