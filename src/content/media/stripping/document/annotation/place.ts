import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { valueAt } from '../kept-keys.ts';

/** Edges in points, the lower of each pair first. */
export interface Box {
  left: number;
  low: number;
  right: number;
  high: number;
}

/** Parts of a page that are drawn by their own points, and need no rectangle where they bring no drawing. */
export const POINTS = ['QuadPoints', 'L', 'Vertices', 'InkList', 'Path'].map((key) =>
  PDFName.of(key),
);
/** How deep pages stand in each other at most. */
const DEEPEST = 100;
/** Flags of what keeps its size or stands upright however the page is shown: it may reach into the page from outside. */
const STEADY = 8 | 16;

/** A rectangle of a PDF; undefined where a value is none. */
export function boxOf(value: PDFObject | undefined): Box | undefined {
  if (!(value instanceof PDFArray) || value.size() < 4) return undefined;
  const sides = [0, 1, 2, 3].map((at) => value.lookup(at));
  if (!sides.every((side) => side instanceof PDFNumber)) return undefined;
  const [a, b, c, d] = sides.map((side) => side.asNumber()) as [number, number, number, number];
  return {
    left: Math.min(a, c),
    low: Math.min(b, d),
    right: Math.max(a, c),
    high: Math.max(b, d),
  };
}

/** What two boxes have in common; its edges lie the other way round where that is nothing. */
export const both = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  low: Math.max(one.low, other.low),
  right: Math.min(one.right, other.right),
  high: Math.min(one.high, other.high),
});

export const isEmpty = ({ left, low, right, high }: Box) => right <= left || high <= low;

/** What a page says, or what it stands in says for it. */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  let one: PDFObject | undefined = page;
  for (let depth = 0; one && depth < DEEPEST; depth++) {
    const own = valueAt(one, key);
    if (own) return own;
    one = valueAt(one, 'Parent');
  }
  return undefined;
}

/** What is shown of a page; undefined where it does not say how large it is, or says that it is nothing. */
export function shownBox(page: PDFDict): Box | undefined {
  const media = boxOf(inherited(page, 'MediaBox'));
  const crop = boxOf(inherited(page, 'CropBox'));
  if (!media || isEmpty(media)) return undefined;
  if (!crop) return media;
  const shown = both(media, crop);
  return isEmpty(shown) ? media : shown;
}

/** Whether an annotation covers any part of its page: one that does not is shown to nobody. @param flags those of it */
export function isOnPage(annotation: PDFDict, flags: number, page: PDFDict): boolean {
  const isDrawn = valueAt(valueAt(annotation, 'AP'), 'N') !== undefined;
  if (!isDrawn && POINTS.some((key) => annotation.has(key))) return true;
  const box = boxOf(valueAt(annotation, 'Rect'));
  if (!box || isEmpty(box)) return false;
  const shown = shownBox(page);
  return !shown || (flags & STEADY) !== 0 || !isEmpty(both(box, shown));
}

/** Whether an annotation that brings no drawing is wholly transparent. A drawing of it does not go by this number. */
export function isClear(annotation: PDFDict): boolean {
  if (valueAt(valueAt(annotation, 'AP'), 'N') !== undefined) return false;
  const opacity = valueAt(annotation, 'CA');
  const inside = valueAt(annotation, 'ca') ?? opacity;
  return [opacity, inside].every((one) => one instanceof PDFNumber && one.asNumber() <= 0);
}
