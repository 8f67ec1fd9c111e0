import { type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { undoFilter } from '../../picture/png-rows.ts';
import { mustHold } from '../../unsound.ts';

/** Predictors that are the filters of PNG rows, and that of TIFF (ISO 32000-1, 7.4.4.4). */
const [TIFF, PNG] = [2, 10];
/** The longest row in bytes. */
const LONGEST = 16 * 1024 * 1024;

function numberIn(dict: PDFDict, key: string, otherwise: number): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

/** Undoes what rows were written as: each point as how far it is from the one before it. */
function undoTiff(bytes: Buffer, length: number, colours: number, bits: number): void {
  mustHold(bits === 8 || bits === 16, 'A part of the PDF is packed in a way that is not known.');
  for (let from = 0; from < bytes.length; from += length) {
    const row = bytes.subarray(from, from + length);
    if (bits === 8)
      for (let at = colours; at < row.length; at++)
        row[at] = (row[at] ?? 0) + (row[at - colours] ?? 0);
    else
      for (let at = colours * 2; at + 1 < row.length; at += 2)
        row.writeUInt16BE((row.readUInt16BE(at) + row.readUInt16BE(at - colours * 2)) & 0xffff, at);
  }
}

/** @returns the rows without the byte before each that says how it was written */
function undoPng(bytes: Buffer, length: number, step: number): Buffer {
  const rows: Buffer[] = [];
  let above: Buffer = Buffer.alloc(length + 1);
  for (let at = 0; at < bytes.length; at += length + 1) {
    const row = bytes.subarray(at, at + length + 1);
    undoFilter(row, above, step);
    rows.push(row.subarray(1));
    above = row;
  }
  return Buffer.concat(rows);
}

/**
 * What unpacked bytes stand for, where they were written as differences from those before and above them.
 *
 * @param parameters what is said of the filter
 * @throws UnsoundFile
 */
export function withoutPredictor(bytes: Uint8Array, parameters: PDFDict | undefined): Uint8Array {
  const predictor = parameters ? numberIn(parameters, 'Predictor', 1) : 1;
  if (!parameters || predictor === 1) return bytes;
  mustHold(
    predictor === TIFF || predictor >= PNG,
    'A part of the PDF is packed in a way that is not known.',
  );
  const colours = numberIn(parameters, 'Colors', 1);
  const bits = numberIn(parameters, 'BitsPerComponent', 8);
  const length = Math.ceil((numberIn(parameters, 'Columns', 1) * colours * bits) / 8);
  mustHold(length > 0 && length < LONGEST, 'A part of the PDF is packed in rows of no length.');
  const copy = Buffer.from(bytes);
  if (predictor >= PNG) return undoPng(copy, length, Math.max(1, Math.ceil((colours * bits) / 8)));
  undoTiff(copy, length, colours, bits);
  return copy;
}
