import { SECRET, SECRETS } from './files-with-secrets.ts';

/** Profiles of colours whose numbers are chains of steps (`mAB `, `mBA `) and elements (`mpet`), with secrets between them. */

const text = (words: string) => Buffer.from(words, 'latin1');
const padded = (bytes: Buffer) => Buffer.concat([bytes], Math.ceil(bytes.length / 4) * 4);
const secret = padded(text(SECRET));
/** Four bytes of what must not be told, for a place that is for nothing. */
const RESERVED = text(SECRETS[0] ?? '').subarray(0, 4);
const u16 = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, at) => {
    bytes.writeUInt16BE(number, at * 2);
  });
  return bytes;
};
const u32 = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, at) => {
    bytes.writeUInt32BE(number >>> 0, at * 4);
  });
  return bytes;
};
const fixed = (...numbers: number[]) => u32(...numbers.map((number) => Math.round(number * 65536)));
const floats = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, at) => {
    bytes.writeFloatBE(number, at * 4);
  });
  return bytes;
};

/** Whether what is made tells secrets, or would be the same without. */
export interface Telling {
  isTelling: boolean;
}

const head = (form: string, { isTelling }: Telling) =>
  Buffer.concat([text(form), isTelling ? RESERVED : Buffer.alloc(4)]);
const between = ({ isTelling }: Telling) => (isTelling ? secret : Buffer.alloc(0));
const curve = (power: number, telling: Telling) =>
  Buffer.concat([head('para', telling), u16(0, 0), fixed(power)]);

/** Steps from the three inks of a device to Lab: curves, a table, curves, a matrix, curves. */
export function steps(form: 'mAB ' | 'mBA ', telling: Telling): Buffer {
  const grid = Buffer.alloc(16);
  grid.set([2, 2, 2]);
  if (telling.isTelling) RESERVED.copy(grid, 10);
  const points = Array.from({ length: 8 }, (_, at) => [
    40 + 25 * (at >> 2) + at,
    128 + 20 * ((at >> 1) & 1),
    120 + 15 * (at & 1),
  ]).flat();
  const table = padded(Buffer.concat([grid, Buffer.from([1, 0, 0, 0]), Buffer.from(points)]));
  const curves = (power: number) =>
    Buffer.concat([1, 2, 3].map((step) => curve(power + step / 10, telling)));
  const matrix = fixed(0.9, 0.05, 0, 0.05, 0.9, 0, 0, 0.05, 0.9, 0.01, 0.02, 0.03);
  const parts = [curves(1), matrix, curves(0.8), table, curves(1.4)];
  let at = 32;
  const places: number[] = [];
  const laid = parts.flatMap((part) => {
    const gap = between(telling);
    places.push(at + gap.length);
    at += gap.length + part.length;
    return [gap, part];
  });
  const channels = Buffer.from([3, 3, 0, 0]);
  return Buffer.concat([head(form, telling), channels, u32(...places), ...laid, between(telling)]);
}

const listed = (start: Buffer, parts: Buffer[], telling: Telling) => {
  let at = start.length + parts.length * 8;
  const places: number[] = [];
  const laid = parts.flatMap((part) => {
    const gap = between(telling);
    places.push(at + gap.length, part.length);
    at += gap.length + padded(part).length;
    return [gap, padded(part)];
  });
  return Buffer.concat([start, u32(...places), ...laid, between(telling)]);
};

/** Elements of three channels: curves of a formula and of samples, a matrix, a table. */
export function elements(telling: Telling): Buffer {
  const formula = Buffer.concat([head('parf', telling), u16(0, 0), floats(1.2, 1, 0, 0)]);
  const samples = Buffer.concat([head('samf', telling), u32(3), floats(0.3, 0.6, 0.9)]);
  const parted = Buffer.concat([
    head('curf', telling),
    u16(3, 0),
    floats(0.1, 0.9),
    formula,
    samples,
    formula,
  ]);
  const curves = listed(
    Buffer.concat([head('cvst', telling), u16(3, 3)]),
    [parted, parted, parted],
    telling,
  );
  const matrix = Buffer.concat([
    head('matf', telling),
    u16(3, 3),
    floats(0.5, 0.1, 0, 0, 0.5, 0.1, 0.1, 0, 0.5, 0, 0, 0),
  ]);
  const grid = Buffer.alloc(16);
  grid.set([2, 2, 2]);
  if (telling.isTelling) RESERVED.copy(grid, 10);
  const points = Array.from({ length: 8 }, (_, at) => [
    0.2 + 0.1 * (at >> 2),
    0.3 + 0.1 * ((at >> 1) & 1),
    0.2 + 0.1 * (at & 1),
  ]).flat();
  const table = Buffer.concat([head('clut', telling), u16(3, 3), grid, floats(...points)]);
  return listed(
    Buffer.concat([head('mpet', telling), u16(3, 3), u32(3)]),
    [curves, matrix, table],
    telling,
  );
}

/** A profile of a display with given values. @param pcs the colours that it leads to */
export function profileOf(
  values: readonly [tag: string, value: Buffer][],
  pcs: 'Lab ' | 'XYZ ',
): Buffer {
  const start = Buffer.alloc(128);
  start.set([4, 0x30], 8);
  start.write(`mntrRGB ${pcs}`, 12, 'latin1');
  start.set(u16(2020, 1, 1, 0, 0, 0), 24);
  start.write('acsp', 36, 'latin1');
  start.set(fixed(0.9642, 1, 0.8249), 68);
  const name = Buffer.concat([text('mluc'), u32(0, 0, 12)]);
  const white = Buffer.concat([text('XYZ '), u32(0), fixed(0.9642, 1, 0.8249)]);
  const all: [string, Buffer][] = [['desc', name], ['cprt', name], ['wtpt', white], ...values];
  let at = 132 + all.length * 12;
  const entries: Buffer[] = [];
  for (const [tag, value] of all) {
    entries.push(text(tag), u32(at, value.length));
    at += padded(value).length;
  }
  start.writeUInt32BE(at);
  return Buffer.concat([
    start,
    u32(all.length),
    ...entries,
    ...all.map(([, value]) => padded(value)),
  ]);
}
