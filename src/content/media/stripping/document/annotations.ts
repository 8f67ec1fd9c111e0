import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from './kept-keys.ts';

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
/** The flag of a field whose words are shown to nobody, and how deep fields stand in each other at most. */
const PASSWORD = 8192;
const DEEPEST = 50;

const [HIDDEN, PRINTED, NOT_VIEWED] = [2, 4, 32];

/** Whether an annotation is shown to those who read the page, and a mark also where it is printed. */
function isShown(annotation: PDFDict, kind: string): boolean {
  const value = annotation.lookup(name('F'));
  const flags = value instanceof PDFNumber ? value.asNumber() : 0;
  if ((flags & HIDDEN) !== 0) return false;
  const isPrinted = (flags & PRINTED) !== 0;
  if (kind === 'Link' || kind === 'Widget') return isPrinted || (flags & NOT_VIEWED) === 0;
  return MARKS.has(kind) && isPrinted && !annotation.has(name('IRT'));
}

/** Whether what a field holds is shown to nobody; its flags may stand in what it stands in. */
function isPassword(field: PDFDict): boolean {
  let one: PDFObject | undefined = field;
  for (let depth = 0; one instanceof PDFDict && depth < DEEPEST; depth++) {
    const flags: PDFObject | undefined = valueAt(one, 'Ff');
    if (flags instanceof PDFNumber) return (flags.asNumber() & PASSWORD) !== 0;
    one = valueAt(one, 'Parent');
  }
  return false;
}

/** Leaves of a field what is shown of it. */
function clearField(field: PDFDict): void {
  if (isPassword(field)) field.delete(name('V'));
  keep(field, KEPT.field);
}

/** Leaves of an annotation what is shown of it. */
function clear(annotation: PDFDict, kind: string): void {
  if (kind === 'Widget') {
    clearField(annotation);
    return;
  }
  const kept = kind === 'Link' ? LINK : MARK;
  // Without a drawing of it, a text on a page is written from its words.
  const isWritten = kind === 'FreeText' && !annotation.has(name('AP'));
  for (const key of annotation.keys())
    if (!kept.has(key.decodeText()) && !(isWritten && key === name('Contents')))
      annotation.delete(key);
}

/** Leaves of fields, and of the fields in them, those that are still on a page. @returns whether any is left */
function pruneFields(
  fields: PDFArray,
  isOnPage: (field: PDFObject) => boolean,
  seen: Set<PDFArray>,
): boolean {
  if (seen.has(fields)) return false;
  seen.add(fields);
  for (let at = fields.size() - 1; at >= 0; at--) {
    const field = fields.lookup(at);
    if (field instanceof PDFDict) clearField(field);
    const kids = field instanceof PDFDict ? field.lookup(name('Kids')) : undefined;
    const isLeft =
      kids instanceof PDFArray
        ? pruneFields(kids, isOnPage, seen)
        : field !== undefined && isOnPage(field);
    if (!isLeft) fields.remove(at);
  }
  return fields.size() > 0;
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
  const shown = new Set<PDFObject>();
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
        isShown(annotation, kind.decodeText());
      if (isKept) {
        clear(annotation, kind.decodeText());
        shown.add(annotation);
        continue;
      }
      const reference = annotations.get(at);
      annotations.remove(at);
      // The structure of the document may name it too.
      if (reference instanceof PDFRef) context.delete(reference);
    }
  }
  const form = valueAt(catalogue, 'AcroForm');
  keep(form, KEPT.form);
  const fields = valueAt(form, 'Fields');
  if (fields instanceof PDFArray) pruneFields(fields, (field) => shown.has(field), new Set());
  return shown;
}
