import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { mustHold } from '../../unsound.ts';
import { valueAt } from '../kept-keys.ts';
import { isClear, isOnPage } from './place.ts';

/** Marks that a page is printed with. Notes, their windows and what is still to be blacked out are none. */
const MARKS = new Set(
  'FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Watermark PrinterMark TrapNet'.split(
    ' ',
  ),
);
const [HIDDEN, PRINTED, NOT_VIEWED] = [2, 4, 32];

/** An annotation of a page, and what it says that it is; nothing where it does not say it. */
export interface Annotation {
  dict: PDFDict;
  kind: string;
}

/** What stands at a place of the list of the annotations of a page; undefined where that is none. */
export function annotationAt(list: PDFArray, at: number): Annotation | undefined {
  const dict = list.lookup(at);
  if (!(dict instanceof PDFDict)) return undefined;
  const kind = valueAt(dict, 'Subtype');
  return { dict, kind: kind instanceof PDFName ? kind.decodeText() : '' };
}

/** The annotations of a page in the order in which they are drawn. */
export function annotationsOf(page: PDFDict): Annotation[] {
  const list = valueAt(page, 'Annots');
  if (!(list instanceof PDFArray)) return [];
  const all = list.asArray().map((_, at) => annotationAt(list, at));
  return all.filter((one) => one !== undefined);
}

function flagsOf(annotation: PDFDict): number {
  const value = valueAt(annotation, 'F');
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

/** Whether an annotation is shown to those who read the page, and a mark also where it is printed: it is published. */
export function isPublished({ dict, kind }: Annotation, page: PDFDict): boolean {
  const flags = flagsOf(dict);
  if ((flags & HIDDEN) !== 0 || !isOnPage(dict, flags, page)) return false;
  const isPrinted = (flags & PRINTED) !== 0;
  if (kind === 'Link' || kind === 'Widget') return isPrinted || (flags & NOT_VIEWED) === 0;
  return MARKS.has(kind) && isPrinted && !isClear(dict) && !dict.has(PDFName.of('IRT'));
}

/** Whether an annotation may be seen on its page by those who have the file. The window of a note is open to nobody. */
function isSeen({ dict, kind }: Annotation, page: PDFDict): boolean {
  const flags = flagsOf(dict);
  return (
    kind !== 'Popup' &&
    (flags & (HIDDEN | NOT_VIEWED)) === 0 &&
    !isClear(dict) &&
    isOnPage(dict, flags, page)
  );
}

/** A page with marks that are seen on it and are not published with it. */
export interface MarkedPage {
  page: PDFDict;
  /** From 1. */
  number: number;
  going: readonly Annotation[];
}

/** The pages of a document from which marks go. @throws UnsoundFile where one waits for what it marks to be blacked out */
export function markedPages(pages: readonly PDFDict[]): MarkedPage[] {
  return pages.flatMap((page, index) => {
    const number = index + 1;
    const going = annotationsOf(page).filter((one) => isSeen(one, page) && !isPublished(one, page));
    mustHold(
      !going.some(({ kind }) => kind === 'Redact'),
      `A part of page ${number} of the PDF is marked to be blacked out, and is not yet: what it covers would be seen. Black it out, or take the mark off.`,
    );
    return going.length > 0 ? [{ page, number, going }] : [];
  });
}
