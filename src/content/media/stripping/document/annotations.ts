import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { stripAppearances } from './annotation/appearance.ts';
import { stripFields } from './annotation/fields.ts';
import { isClear, isOnPage } from './annotation/place.ts';
import { valueAt } from './kept-keys.ts';

const words = (list: string) => new Set(list.trim().split(/\s+/));
const name = (word: string) => PDFName.of(word);

/** What is kept of a link, and of a mark that is printed; ISO 32000-2, 12.5. A comment, its author and its times are not among it. */
const LINK = words(
  'Type Subtype Rect P F AP AS Border C BS H A Dest QuadPoints OC StructParent Contents Lang',
);
const MARK = words(`
  Type Subtype Rect P F AP AS Border C BS BE IC CA ca BM L LE LL LLE LLO Cap IT CP CO QuadPoints Vertices InkList Path
  DA DS Q RD CL Name OC StructParent Rotate
`);
/** Marks that a page is printed with. Notes, their windows and what is still to be blacked out are none. */
const MARKS = words(
  'FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Watermark PrinterMark TrapNet',
);
const [HIDDEN, PRINTED, NOT_VIEWED] = [2, 4, 32];

/** Whether an annotation is shown to those who read the page, and a mark also where it is printed. */
function isShown(annotation: PDFDict, kind: string, page: PDFDict): boolean {
  const value = annotation.lookup(name('F'));
  const flags = value instanceof PDFNumber ? value.asNumber() : 0;
  if ((flags & HIDDEN) !== 0 || !isOnPage(annotation, flags, page)) return false;
  const isPrinted = (flags & PRINTED) !== 0;
  if (kind === 'Link' || kind === 'Widget') return isPrinted || (flags & NOT_VIEWED) === 0;
  return MARKS.has(kind) && isPrinted && !isClear(annotation) && !annotation.has(name('IRT'));
}

/** What may lie over a page as a sheet does, where it is filled. */
const SHEETS = words('Square Circle Polygon PolyLine Line Ink');
/** What lies over it as it is drawn. */
const DRAWN = words('FreeText Stamp Redact');

/** Whether an annotation covers something for those who read the page: with it, what it covers would be uncovered. */
function covers(annotation: PDFDict, kind: string, page: PDFDict): boolean {
  const value = annotation.lookup(name('F'));
  const flags = value instanceof PDFNumber ? value.asNumber() : 0;
  if ((flags & (HIDDEN | NOT_VIEWED)) !== 0 || isClear(annotation)) return false;
  if (!isOnPage(annotation, flags, page)) return false;
  const filled = annotation.lookup(name('IC'));
  const isFilled = filled instanceof PDFArray && filled.size() > 0;
  return (
    ((SHEETS.has(kind) || kind === 'Redact') && isFilled) ||
    (DRAWN.has(kind) && annotation.has(name('AP')))
  );
}

/** Leaves of an annotation what is shown of it. */
function clear(annotation: PDFDict, kind: string): void {
  // Of a field more is said below.
  if (kind === 'Widget') return;
  const kept = kind === 'Link' ? LINK : MARK;
  // Without a drawing of it, a text on a page is written from its words.
  const isDrawn = annotation.has(name('AP'));
  const isWritten = kind === 'FreeText' && !isDrawn;
  for (const key of annotation.keys())
    if (!kept.has(key.decodeText()) && !(isWritten && key === name('Contents')))
      annotation.delete(key);
  // By its name a stamp is drawn that brings no drawing.
  if (isDrawn) annotation.delete(name('Name'));
}

/**
 * Takes out of a document the annotations that are somebody’s comments, or that nobody is shown: all but links, fields of
 * forms, and marks that are printed with their page. Of those that stay, author, comment and times go.
 *
 * @returns those that stay
 */
export function stripAnnotations(
  pages: readonly PDFDict[],
  catalogue: PDFObject | undefined,
  context: PDFContext,
): ReadonlySet<PDFObject> {
  const all = new Set<PDFObject | undefined>(pages);
  const shown = new Set<PDFDict>();
  const widgets = new Set<PDFDict>();
  const dropped = new Map<PDFRef, PDFObject | undefined>();
  for (const page of pages) {
    const annotations = page.lookup(name('Annots'));
    if (!(annotations instanceof PDFArray)) {
      page.delete(name('Annots'));
      continue;
    }
    for (let at = annotations.size() - 1; at >= 0; at--) {
      const annotation = annotations.lookup(at);
      const kind = valueAt(annotation, 'Subtype');
      const isKept =
        annotation instanceof PDFDict &&
        kind instanceof PDFName &&
        isShown(annotation, kind.decodeText(), page);
      if (isKept) {
        clear(annotation, kind.decodeText());
        if (!all.has(valueAt(annotation, 'P'))) annotation.delete(name('P'));
        shown.add(annotation);
        if (kind === name('Widget')) widgets.add(annotation);
        continue;
      }
      const isCover =
        annotation instanceof PDFDict &&
        kind instanceof PDFName &&
        covers(annotation, kind.decodeText(), page);
      mustHold(
        !isCover,
        'A mark of the PDF lies over its page and would go with the comments: what it covers would be seen. Take the mark off, or print the document to a new PDF, so that what it covers is gone.',
      );
      const reference = annotations.get(at);
      annotations.remove(at);
      if (reference instanceof PDFRef) dropped.set(reference, annotation);
    }
  }
  // The structure of the document may name what is not shown; a page may show what another does not.
  for (const [reference, annotation] of dropped)
    if (!(annotation instanceof PDFDict && shown.has(annotation))) context.delete(reference);
  stripFields(catalogue, widgets);
  stripAppearances(shown);
  return shown;
}
