import { isOperator } from './operator.ts';
import { isSpace } from './space.ts';

/** Bytes behind the end of a picture that are looked at: it is no end where they are no words. */
const BEHIND = 12;
/** The most characters of what is said of a picture, and of a word behind it. */
const LONGEST_HEAD = 2000;
const LONGEST_WORD = 4;

const isWord = (byte: number) => isSpace(byte) || (byte >= 0x20 && byte < 0x7f);

/** How many parts a point has in colours that every program knows. */
const COLOURS = new Map([
  ['G', 1],
  ['DeviceGray', 1],
  ['RGB', 3],
  ['DeviceRGB', 3],
  ['CMYK', 4],
  ['DeviceCMYK', 4],
]);

const PACKED = /\/(?:F|Filter)(?![A-Za-z])/;
const MASK = /\/(?:IM|ImageMask)\s{0,9}true(?![A-Za-z])/;
const COLOUR = /\/(?:CS|ColorSpace)\s{0,9}\/(\w{1,12})/;
const BITS = /\/(?:BPC|BitsPerComponent)\s{0,9}(\d{1,2})(?!\d)/;
const WIDTH = /\/(?:W|Width)\s{0,9}(\d{1,6})(?!\d)/;
const HEIGHT = /\/(?:H|Height)\s{0,9}(\d{1,6})(?!\d)/;

/** How many bytes a picture has that is not packed; undefined where it is, or is in colours that stand elsewhere. */
function lengthOf(head: string): number | undefined {
  if (PACKED.test(head)) return undefined;
  const number = (sign: RegExp) => Number(sign.exec(head)?.[1] ?? Number.NaN);
  const isMask = MASK.test(head);
  const colours = isMask ? 1 : (COLOURS.get(COLOUR.exec(head)?.[1] ?? '') ?? Number.NaN);
  const bits = isMask ? 1 : number(BITS);
  const length = Math.ceil((number(WIDTH) * colours * bits) / 8) * number(HEIGHT);
  return Number.isSafeInteger(length) ? length : undefined;
}

/** Whether what stands behind the end of a picture are words of a drawing. */
function goesOn(bytes: Buffer, at: number): boolean {
  if (bytes.subarray(at, at + BEHIND).every(isWord)) return true;
  let from = at;
  while (from < bytes.length && isSpace(bytes[from])) from++;
  let to = from;
  while (to - from < LONGEST_WORD && !isSpace(bytes[to])) to++;
  return isSpace(bytes[to]) && isOperator(bytes.toString('latin1', from, to));
}

const isEnd = (bytes: Buffer, at: number) =>
  bytes.toString('latin1', at, at + 2) === 'EI' && isSpace(bytes[at + 2]);

/**
 * Where a picture ends that stands in a drawing; undefined where that cannot be told.
 *
 * @param head where what is said of it begins
 * @param from the word `ID`
 */
export function endOfPicture(bytes: Buffer, head: number, from: number): number | undefined {
  const length = lengthOf(bytes.toString('latin1', head, Math.min(from, head + LONGEST_HEAD)));
  const stated = from + 3 + (length ?? Number.NaN);
  for (const at of [stated, stated + 1, stated + 2]) if (isEnd(bytes, at)) return at + 2;
  for (let at = bytes.indexOf('EI', from + 3); at >= 0; at = bytes.indexOf('EI', at + 1))
    if (isSpace(bytes[at - 1]) && isEnd(bytes, at) && goesOn(bytes, at + 2)) return at + 2;
  return undefined;
}
