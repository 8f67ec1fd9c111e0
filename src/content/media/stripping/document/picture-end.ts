import { createInflate, deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  type PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { valueAt } from './kept-keys.ts';
import { filtersOf, parametersOf, unpacked } from './packing/filters.ts';

/** How many numbers a point has, by the space of its colours (ISO 32000-2, 8.6). */
const NUMBERS = new Map<string, number>([
  ...['DeviceGray', 'CalGray', 'Indexed', 'Separation'].map((space) => [space, 1] as const),
  ...['DeviceRGB', 'CalRGB', 'Lab'].map((space) => [space, 3] as const),
  ...['DeviceCMYK', 'CalCMYK'].map((space) => [space, 4] as const),
]);
/** Filters that are undone to see how long a picture is. */
const KNOWN = new Set(['FlateDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode']);
const [FILTER, PARAMETERS, SHORT_PARAMETERS] = ['Filter', 'DecodeParms', 'DP'].map((name) =>
  PDFName.of(name),
) as [PDFName, PDFName, PDFName];
/** The least kind of what foretells numbers that begins each row with a byte of its own. */
const BY_ROWS = 10;
const MOST_CUT = 256 * 1024 * 1024;

function numberAt(dict: PDFDict | undefined, key: string, usual = 0): number {
  const value = valueAt(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : usual;
}

const nameOf = (value: PDFObject | undefined) =>
  value instanceof PDFName ? value.decodeText() : '';

/** How many numbers a point of a picture has. @throws UnsoundFile where its space of colours is of no known kind */
function numbersOf(dict: PDFDict): number {
  const space = valueAt(dict, 'ColorSpace');
  const of = space instanceof PDFArray ? space.lookup(0) : space;
  const given = space instanceof PDFArray && space.size() > 1 ? space.lookup(1) : undefined;
  const kind = nameOf(of);
  let count = NUMBERS.get(kind);
  if (kind === 'ICCBased' && given instanceof PDFStream) count = numberAt(given.dict, 'N');
  if (kind === 'DeviceN' && given instanceof PDFArray) count = given.size();
  mustHold(count !== undefined, 'The colours of a picture of the PDF are of no known kind.');
  return count;
}

/** How many bytes the points of a picture are. @throws UnsoundFile */
function lengthOf(dict: PDFDict): number {
  const isMask = valueAt(dict, 'ImageMask') === PDFBool.True;
  const bits = isMask ? 1 : numberAt(dict, 'BitsPerComponent', 8) * numbersOf(dict);
  return Math.ceil((numberAt(dict, 'Width') * bits) / 8) * numberAt(dict, 'Height');
}

/** How many bytes they are with what is written of rows to pack them smaller. */
function foretoldLength(length: number, said: PDFDict | undefined): number {
  if (numberAt(said, 'Predictor', 1) < BY_ROWS) return length;
  const bits = numberAt(said, 'Colors', 1) * numberAt(said, 'BitsPerComponent', 8);
  const row = Math.max(1, Math.ceil((bits * numberAt(said, 'Columns', 1)) / 8));
  return Math.ceil(length / row) * (row + 1);
}

/** The first bytes of packed ones; undefined where there are no more. @throws UnsoundFile */
async function firstOf(packed: Uint8Array, most: number): Promise<Buffer | undefined> {
  const kept: Buffer[] = [];
  let length = 0;
  const inflate = createInflate();
  inflate.end(packed);
  try {
    for await (const part of inflate) {
      if (length < Math.min(most, MOST_CUT)) kept.push(part);
      length += part.length;
    }
  } catch {
    // It is torn, or its sum is wrong; what was read counts.
  }
  if (length <= most) return undefined;
  mustHold(most <= MOST_CUT, 'A picture of the PDF has more rows than it says.');
  return Buffer.concat(kept).subarray(0, most);
}

/**
 * A picture of points without the bytes that stand behind them, of which nothing is drawn.
 *
 * @returns undefined where a stream is none, or has none
 * @throws UnsoundFile where it cannot be told where a picture ends
 */
export async function pictureAlone(stream: PDFRawStream): Promise<PDFRawStream | undefined> {
  const { dict } = stream;
  if (nameOf(valueAt(dict, 'Subtype')) !== 'Image') return undefined;
  const filters = filtersOf(stream);
  // Others, of JPEG, JPEG 2000 and fax machines, say themselves where they end.
  if (!filters.every((filter) => KNOWN.has(filter))) return undefined;
  const length = lengthOf(dict);
  const last = filters.length - 1;
  const said = parametersOf(stream, last);
  const isPacked = filters[last] === 'FlateDecode';
  const data = unpacked(stream, isPacked ? last : filters.length);
  const most = foretoldLength(length, isPacked ? said : undefined);
  const alone = isPacked ? await firstOf(data, most) : data.subarray(0, most);
  if (!alone || (!isPacked && data.length <= most)) return undefined;
  for (const key of [PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  if (isPacked && said) dict.set(PARAMETERS, said);
  dict.set(FILTER, PDFName.of('FlateDecode'));
  return PDFRawStream.of(dict, deflateSync(alone));
}
