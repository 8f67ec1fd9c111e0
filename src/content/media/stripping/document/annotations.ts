import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFName,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { stripAppearances } from './annotation/appearance.ts';
import { stripFields } from './annotation/fields.ts';
import { annotationAt, isPublished } from './annotation/shown.ts';
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
  const dropped = new Map<PDFRef, PDFDict | undefined>();
  for (const page of pages) {
    const annotations = page.lookup(name('Annots'));
    if (!(annotations instanceof PDFArray)) {
      page.delete(name('Annots'));
      continue;
    }
    for (let at = annotations.size() - 1; at >= 0; at--) {
      const annotation = annotationAt(annotations, at);
      if (annotation && isPublished(annotation, page)) {
        const { dict, kind } = annotation;
        clear(dict, kind);
        if (!all.has(valueAt(dict, 'P'))) dict.delete(name('P'));
        shown.add(dict);
        if (kind === 'Widget') widgets.add(dict);
        continue;
      }
      const reference = annotations.get(at);
      annotations.remove(at);
      if (reference instanceof PDFRef) dropped.set(reference, annotation?.dict);
    }
  }
  // The structure of the document may name what is not shown; a page may show what another does not.
  for (const [reference, annotation] of dropped)
    if (!annotation || !shown.has(annotation)) context.delete(reference);
  stripFields(catalogue, widgets);
  stripAppearances(shown);
  return shown;
}
