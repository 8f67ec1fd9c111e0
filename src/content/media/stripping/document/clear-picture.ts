import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { UnsoundFile } from '../unsound.ts';
import { valueAt } from './kept-keys.ts';
import { filtersOf, unpacked } from './packing/filters.ts';

const KEPT = ['OC', 'StructParent'].map((key) => PDFName.of(key));

const numbersIn = (value: PDFObject | undefined): number[] =>
  value instanceof PDFArray
    ? value.asArray().flatMap((_, at) => {
        const one = value.lookup(at);
        return one instanceof PDFNumber ? [one.asNumber()] : [];
      })
    : [];

/** The bytes of a mask; undefined where it is packed in a way that is not undone here. */
function pointsOf(mask: PDFRawStream): Buffer | undefined {
  try {
    return unpacked(mask, filtersOf(mask).length);
  } catch (error) {
    if (error instanceof UnsoundFile) return undefined;
    throw error;
  }
}

/** Whether all points of a mask have one value, as its numbers say. */
function isAll(mask: PDFRawStream, wanted: number, bits: number): boolean {
  const { dict } = mask;
  const points = pointsOf(mask);
  const [width, height] = ['Width', 'Height'].map((key) => valueAt(dict, key));
  if (!points || !(width instanceof PDFNumber) || !(height instanceof PDFNumber)) return false;
  const [low = 0, high = 1] = numbersIn(valueAt(dict, 'Decode'));
  if (low === high) return low === wanted;
  const isFull = low === wanted ? 0 : high === wanted ? 255 : undefined;
  const row = Math.ceil((width.asNumber() * bits) / 8);
  // Bits behind the last point of a row say nothing.
  const rest = row * 8 - width.asNumber() * bits;
  const last = (0xff << rest) & 0xff;
  if (isFull === undefined || points.length < row * height.asNumber()) return false;
  return points
    .subarray(0, row * height.asNumber())
    .every((byte, at) => ((byte ^ isFull) & ((at + 1) % row === 0 ? last : 0xff)) === 0);
}

/** Whether a picture takes all of its colours for none. */
function hidesAll(colours: readonly number[], bits: number): boolean {
  const most = 2 ** bits - 1;
  return colours.length >= 2 && colours.every((one, at) => (at % 2 === 0 ? one <= 0 : one >= most));
}

/** Whether nothing of a picture is seen, by what it says of its transparency. */
function isClear({ dict }: PDFRawStream): boolean {
  if (valueAt(dict, 'Subtype') !== PDFName.of('Image')) return false;
  const bitsOf = (one: PDFRawStream) => {
    const bits = valueAt(one.dict, 'BitsPerComponent');
    return bits instanceof PDFNumber ? bits.asNumber() : 8;
  };
  const soft = dict.lookup(PDFName.of('SMask'));
  if (soft instanceof PDFRawStream) return isAll(soft, 0, bitsOf(soft));
  const mask = dict.lookup(PDFName.of('Mask'));
  if (mask instanceof PDFRawStream) {
    const isMask = valueAt(mask.dict, 'ImageMask') === PDFBool.True;
    return isMask && isAll(mask, 1, 1);
  }
  const bits = valueAt(dict, 'BitsPerComponent');
  return bits instanceof PDFNumber && hidesAll(numbersIn(mask), bits.asNumber());
}

/** Puts a picture of one transparent point in place of each of which nothing is seen. */
export function stripClearPictures(context: PDFContext): void {
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isClear(object)) continue;
    const point = context.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
      Mask: [0, 255],
    });
    for (const key of KEPT) {
      const value = object.dict.get(key);
      if (value) point.set(key, value);
    }
    context.assign(reference, PDFRawStream.of(point, Uint8Array.of(0)));
  }
}
