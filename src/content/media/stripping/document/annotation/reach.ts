import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { valueAt } from '../kept-keys.ts';
import { type Box, boxOf, POINTS } from './place.ts';

/** How deep lists of points stand in each other at most. */
const DEEPEST = 3;

/** Numbers of a list, and of those in it. */
export function numbersIn(list: PDFObject | undefined, depth = 0): number[] {
  if (!(list instanceof PDFArray) || depth > DEEPEST) return [];
  const all = list.asArray().map((_, at) => list.lookup(at));
  return all.flatMap((one) =>
    one instanceof PDFNumber ? [one.asNumber()] : numbersIn(one, depth + 1),
  );
}

/** How broad the lines of a mark are, in points. */
export function breadthOf(mark: PDFDict): number {
  const said = valueAt(valueAt(mark, 'BS'), 'W');
  if (said instanceof PDFNumber) return said.asNumber();
  return numbersIn(valueAt(mark, 'Border'))[2] ?? 1;
}

/** Whether a mark brings a drawing of how it looks, in the state that it is in. */
export function hasDrawing(mark: PDFDict): boolean {
  const normal = valueAt(valueAt(mark, 'AP'), 'N');
  if (!(normal instanceof PDFDict)) return normal instanceof PDFStream;
  const state = valueAt(mark, 'AS');
  const shown = state instanceof PDFName ? state.decodeText() : 'Off';
  return valueAt(normal, shown) instanceof PDFStream;
}

/** The box of all of some boxes. */
export const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  low: Math.min(one.low, other.low),
  right: Math.max(one.right, other.right),
  high: Math.max(one.high, other.high),
});

/** How far a mark reaches: its rectangle, and its points where it is drawn by these. */
export function reachOf(mark: PDFDict): Box | undefined {
  let reach = boxOf(valueAt(mark, 'Rect'));
  if (hasDrawing(mark)) return reach;
  const breadth = breadthOf(mark);
  for (const key of POINTS) {
    const numbers = numbersIn(mark.lookup(key));
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [x = 0, y = 0] = [numbers[at], numbers[at + 1]];
      const point = { left: x - breadth, low: y - breadth, right: x + breadth, high: y + breadth };
      reach = reach ? around(reach, point) : point;
    }
  }
  return reach;
}
