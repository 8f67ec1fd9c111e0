import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';

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
const LOST_OF_FIELD = words('M NM CreationDate Popup Subj RC IRT');

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

/** Leaves of an annotation what is shown of it. */
function clear(annotation: PDFDict, kind: string): void {
  if (kind === 'Widget') {
    for (const key of LOST_OF_FIELD) annotation.delete(name(key));
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
 */
export function stripAnnotations(document: PDFDocument): void {
  const shown = new Set<PDFObject>();
  for (const page of document.getPages()) {
    const annotations = page.node.lookup(name('Annots'));
    if (!(annotations instanceof PDFArray)) {
      page.node.delete(name('Annots'));
      continue;
    }
    for (let at = annotations.size() - 1; at >= 0; at--) {
      const annotation = annotations.lookup(at);
      const kind = annotation instanceof PDFDict ? annotation.lookup(name('Subtype')) : undefined;
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
      if (reference instanceof PDFRef) document.context.delete(reference);
    }
  }
  const form = document.catalog.lookup(name('AcroForm'));
  const fields = form instanceof PDFDict ? form.lookup(name('Fields')) : undefined;
  if (fields instanceof PDFArray) pruneFields(fields, (field) => shown.has(field), new Set());
}
