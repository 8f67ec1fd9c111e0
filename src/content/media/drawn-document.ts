import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { PageSize } from '../../domain/media/media-type.ts';

/** A drawn page: red, green, blue and a byte that says nothing, for each point. */
export interface DrawnPoints extends PageSize {
  data: Uint8Array;
}

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** A document in PDFium, which runs as WebAssembly and can reach nothing of the machine. @throws where it is no PDF */
export async function openedDocument(pdf: Uint8Array): Promise<PDFiumDocument> {
  library ??= PDFiumLibrary.init();
  return (await library).loadDocument(pdf);
}

/** True where an error has ended the program, which took all memory and begins anew with the next document. */
export function isLost(error: unknown): boolean {
  const lost = error instanceof WebAssembly.RuntimeError;
  if (lost) library = undefined;
  return lost;
}

/**
 * Draws a page with its annotations and fields, as programs show it.
 *
 * @param page from 0
 * @param sizeOf the size to draw it in, in pixels, of that which it has, in points
 * @throws where there is no such page
 */
export async function drawnPoints(
  document: PDFiumDocument,
  page: number,
  sizeOf: (size: PageSize) => PageSize,
): Promise<DrawnPoints> {
  const opened = document.getPage(page);
  const { originalWidth: width, originalHeight: height } = opened.getOriginalSize();
  return opened.render({ ...sizeOf({ width, height }), scale: 1, renderFormFields: true });
}
