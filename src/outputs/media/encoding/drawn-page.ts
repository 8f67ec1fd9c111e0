import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { PageSize } from '../../../domain/media/media-type.ts';
import { fromPixels, type Pixels, pixelsOf } from './pixels.ts';

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** A document in PDFium, which runs as WebAssembly and can reach nothing of the machine. @throws where it is no PDF */
async function opened(pdf: Uint8Array): Promise<PDFiumDocument> {
  library ??= PDFiumLibrary.init();
  return (await library).loadDocument(pdf);
}

/** True where an error has ended the program, which took all memory and begins anew with the next document. */
function isLost(error: unknown): boolean {
  const lost = error instanceof WebAssembly.RuntimeError;
  if (lost) library = undefined;
  return lost;
}

async function drawn(document: PDFiumDocument, page: number, size: PageSize): Promise<Pixels> {
  const { width, height, data } = await document
    .getPage(page)
    .render({ ...size, scale: 1, renderFormFields: true });
  // Paper is not transparent.
  return pixelsOf(fromPixels({ data, width, height, channels: 4 }).removeAlpha());
}

/**
 * Draws a page of a PDF, as PDFium does.
 *
 * @param page from 0
 * @param size in pixels
 * @throws where the file is no PDF or has no such page
 */
export async function drawPage(pdf: Uint8Array, page: number, size: PageSize): Promise<Pixels> {
  const document = await opened(pdf);
  try {
    const pixels = await drawn(document, page, size);
    document.destroy();
    return pixels;
  } catch (error) {
    if (!isLost(error)) document.destroy();
    throw error;
  }
}

/**
 * Draws the pages of a PDF one after another. One that cannot be drawn is passed over; so is a file that is no PDF.
 *
 * @param longest side of each, in pixels
 */
export async function* drawPages(pdf: Uint8Array, longest: number): AsyncGenerator<Pixels> {
  let document = await opened(pdf).catch(() => undefined);
  const count = document?.getPageCount() ?? 0;
  for (let page = 0; page < count; page++) {
    document ??= await opened(pdf);
    let pixels: Pixels;
    try {
      const { originalWidth: width, originalHeight: height } = document
        .getPage(page)
        .getOriginalSize();
      const scale = longest / Math.max(width, height);
      const side = (points: number) => Math.max(1, Math.round(points * scale));
      pixels = await drawn(document, page, { width: side(width), height: side(height) });
    } catch (error) {
      if (isLost(error)) document = undefined;
      continue;
    }
    yield pixels;
  }
  document?.destroy();
}
