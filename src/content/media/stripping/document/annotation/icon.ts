import type { DrawnPoints } from '../../../drawn-document.ts';
import { valueAt } from '../kept-keys.ts';
import { boxOf } from './place.ts';
import { hasDrawing } from './reach.ts';
import type { Annotation } from './shown.ts';

/** What stands on a page as an icon does, which readers open and move. */
const ICONS = new Set(['Text', 'FileAttachment', 'Sound', 'Caret']);
/** The longest side of an icon, in points. */
const LARGEST = 32;
/** The part of its rectangle that has one colour where it is a patch and no icon. */
const PATCH = 0.75;

/** Whether an annotation is an icon by what it says of itself. One that brings no drawing is drawn as one. */
export function isIcon(annotation: Annotation): boolean {
  if (!ICONS.has(annotation.kind)) return false;
  const box = boxOf(valueAt(annotation.dict, 'Rect'));
  return (
    !hasDrawing(annotation.dict) ||
    (box !== undefined && box.right - box.left <= LARGEST && box.high - box.low <= LARGEST)
  );
}

/** The colour of the ground that it is drawn on to see what it is, as a drawing names it, and as a point has it. */
export const GROUND = { operand: '1 0 1', point: 0xff_00_ff };

/** Whether what is drawn alone on that ground is a patch of one colour. */
export function isPatch({ data, width, height }: DrawnPoints): boolean {
  const counts = new Map<number, number>();
  let most = 0;
  for (let at = 0; at < width * height * 4; at += 4) {
    const point = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    if (point === GROUND.point) continue;
    const count = (counts.get(point) ?? 0) + 1;
    counts.set(point, count);
    most = Math.max(most, count);
  }
  return most > width * height * PATCH;
}
