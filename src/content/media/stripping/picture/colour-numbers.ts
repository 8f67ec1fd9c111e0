import { mustHold } from '../unsound.ts';
import { ownBytes } from './colour-bytes.ts';
import { ownElements } from './colour-elements.ts';
import { ownSteps } from './colour-steps.ts';

/** Numbers of parameters of a curve, by its kind. */
const PARAMETERS = [1, 3, 4, 5, 7];
/** How many numbers turn one white into another. */
const MATRIX = 9;

/** How long a table of colours is: of one or two bytes a number, whose own tables have lengths then. */
function tableLength(value: Buffer, isWide: boolean): number {
  const [into, out, grid] = [8, 9, 10].map((at) => value.readUInt8(at)) as [number, number, number];
  const [before, behind] = isWide ? [48, 50].map((at) => value.readUInt16BE(at)) : [256, 256];
  const numbers = into * (before ?? 0) + grid ** into * out + out * (behind ?? 0);
  return isWide ? 52 + numbers * 2 : 48 + numbers;
}

function curveLength(value: Buffer): number {
  const count = PARAMETERS[value.readUInt16BE(8)];
  mustHold(count !== undefined, 'A curve of the colour profile is of no known kind.');
  return 12 + count * 4;
}

/** How many bytes a value has, by its form; what stands behind them in its place is none of it. */
const LENGTHS = new Map<string, (value: Buffer) => number>([
  ['XYZ ', () => 20],
  ['curv', (value) => 12 + value.readUInt32BE(8) * 2],
  ['para', curveLength],
  ['sf32', () => 8 + MATRIX * 4],
  ['chrm', (value) => 12 + value.readUInt16BE(8) * 8],
  ['cicp', () => 12],
  ['mft1', (value) => tableLength(value, false)],
  ['mft2', (value) => tableLength(value, true)],
]);
/** Bytes of a form that are for nothing yet, beside those that every form has behind its name. */
const RESERVED = new Map([
  ['para', [10, 12]],
  ['mft1', [11, 12]],
  ['mft2', [11, 12]],
]);

/** A value of a form of known length; undefined where it is of none. @throws UnsoundFile */
function known(value: Buffer, form: string): Buffer | undefined {
  const length = LENGTHS.get(form)?.(value);
  const [from, to] = RESERVED.get(form) ?? [];
  return length === undefined ? undefined : ownBytes(value, length).fill(0, from ?? 0, to ?? 0);
}

/** The curve that begins a value, which says itself how long it is. @throws UnsoundFile */
function ownCurve(value: Buffer): Buffer {
  const form = value.toString('latin1', 0, 4);
  const curve = form === 'curv' || form === 'para' ? known(value, form) : undefined;
  mustHold(curve !== undefined, 'A curve of the colour profile is of no known kind.');
  return curve;
}

/**
 * The numbers of a part of a colour profile (ICC.1, 10), without what lies between and behind them.
 *
 * @returns undefined where it is no form of numbers: a text may stand under any name
 * @throws UnsoundFile
 */
export function ownNumbers(value: Buffer): Buffer | undefined {
  const form = value.toString('latin1', 0, 4);
  if (form === 'mAB ' || form === 'mBA ') return ownSteps(value, form, ownCurve);
  if (form === 'mpet') return ownElements(value);
  return known(value, form);
}
