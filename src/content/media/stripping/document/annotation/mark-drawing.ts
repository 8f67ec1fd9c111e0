import { type PDFContext, PDFName } from '@cantoo/pdf-lib';
import { valueAt } from '../kept-keys.ts';
import type { Box } from './place.ts';
import { breadthOf, hasDrawing, numbersIn, reachOf } from './reach.ts';
import type { Annotation } from './shown.ts';

/** Where a mark that brings no drawing says by which points it is drawn. */
const POINTS: ReadonlyMap<string, string> = new Map([
  ['Line', 'L'],
  ['PolyLine', 'Vertices'],
  ['Polygon', 'Vertices'],
]);
/** Operators that set a colour, by how many numbers it has, for lines and for what they go around. */
const COLOURS: ReadonlyMap<number, readonly [string, string]> = new Map([
  [1, ['G', 'g']],
  [3, ['RG', 'rg']],
  [4, ['K', 'k']],
]);

function coloured(numbers: readonly number[], of: 0 | 1): string | undefined {
  const operators = COLOURS.get(numbers.length);
  return operators && `${numbers.join(' ')} ${operators[of]}`;
}

/** A line through points, as broad as the mark says; black where it names no colour. */
function lineOf({ dict, kind }: Annotation, key: string): string | undefined {
  const points = numbersIn(valueAt(dict, key));
  if (points.length < 4) return undefined;
  const steps = points.flatMap((x, at) =>
    at % 2 === 0 && at + 1 < points.length
      ? [`${x} ${points[at + 1]} ${at === 0 ? 'm' : 'l'}`]
      : [],
  );
  const inside = coloured(numbersIn(valueAt(dict, 'IC')), 1);
  const end = kind !== 'Polygon' ? 'S' : inside ? 'b' : 's';
  return `${coloured(numbersIn(valueAt(dict, 'C')), 0) ?? '0 G'} ${inside ?? ''} ${breadthOf(dict)} w ${steps.join(' ')} ${end}`;
}

/** What covers all of its rectangle: the ground of a window, or a stamp, which programs draw by its name. */
function groundOf({ dict, kind }: Annotation, { left, low, right, high }: Box): string | undefined {
  const said = numbersIn(valueAt(valueAt(dict, 'MK'), 'BG'));
  const ground = kind === 'Stamp' ? '0.5 g' : coloured(said, 1);
  return ground && `${ground} ${left} ${low} ${right - left} ${high - low} re f`;
}

/**
 * Gives a mark that brings no drawing one of its own points, colours and breadth, where the library that draws pages gives
 * it none: other programs do. One that is drawn by its points reaches as far as these.
 *
 * @param mark a copy of it in `context`
 */
export function drawByData(mark: Annotation, context: PDFContext): void {
  const { dict, kind } = mark;
  const reach = reachOf(dict);
  if (hasDrawing(dict) || !reach) return;
  dict.delete(PDFName.of('AP'));
  const box = [reach.left, reach.low, reach.right, reach.high];
  dict.set(PDFName.of('Rect'), context.obj(box));
  const key = POINTS.get(kind);
  const operators = key ? lineOf(mark, key) : groundOf(mark, reach);
  if (!operators) return;
  const opacity = valueAt(dict, 'CA');
  const state = { CA: opacity ?? 1, ca: valueAt(dict, 'ca') ?? opacity ?? 1 };
  const stream = context.stream(`/S gs ${operators}`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box,
    Resources: { ExtGState: { S: state } },
  });
  dict.set(PDFName.of('AP'), context.obj({ N: context.register(stream) }));
}
