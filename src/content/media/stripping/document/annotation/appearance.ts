import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from '../kept-keys.ts';

/** What a field holds, as the name of a state. */
function nameOf(value: PDFObject | undefined): string | undefined {
  const isName = value instanceof PDFName;
  return isName || value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined;
}

/** The state that an annotation is shown in. */
const stateOf = (annotation: PDFDict): string =>
  nameOf(valueAt(annotation, 'AS')) ??
  nameOf(valueAt(annotation, 'V')) ??
  nameOf(valueAt(valueAt(annotation, 'Parent'), 'V')) ??
  'Off';

/** A drawing of nothing. */
const emptyDrawing = (context: PDFContext) =>
  context.register(context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }));

/**
 * Leaves of how annotations look what is seen of them on their page, and not how they look while a pointer is above them,
 * while they are pressed, or in a state that they are not in.
 */
export function stripAppearances(annotations: Iterable<PDFDict>): void {
  // Several may have one list of their states, of which each shows another.
  const states = new Map<PDFDict, Set<string>>();
  for (const annotation of annotations) {
    keep(valueAt(annotation, 'MK'), KEPT.caption);
    const drawings = valueAt(annotation, 'AP');
    keep(drawings, KEPT.appearance);
    const normal = valueAt(drawings, 'N');
    if (!(normal instanceof PDFDict)) continue;
    states.set(normal, (states.get(normal) ?? new Set()).add(stateOf(annotation)));
  }
  // Programs tell by the names of its states what a box is, and draw another where one lacks.
  for (const [normal, shown] of states)
    for (const key of normal.keys())
      if (!shown.has(key.decodeText())) normal.set(key, emptyDrawing(normal.context));
}
