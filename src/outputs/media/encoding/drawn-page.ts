import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PageSize } from '../../../domain/media/media-type.ts';
import { fromPixels, type Pixels, pixelsOf } from './pixels.ts';

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/**
 * Draws a page of a PDF, as PDFium does; it runs as WebAssembly, which can reach nothing of the machine.
 *
 * @param page from 0
 * @param size in pixels
 * @throws where the file is no PDF or has no such page
 */
export async function drawPage(pdf: Uint8Array, page: number, size: PageSize): Promise<Pixels> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  let isLost = false;
  try {
    const { width, height, data } = await document
      .getPage(page)
      .render({ ...size, scale: 1, renderFormFields: true });
    // Paper is not transparent.
    return await pixelsOf(fromPixels({ data, width, height, channels: 4 }).removeAlpha());
  } catch (error) {
    // What took all memory has ended the program, which begins anew with the next page.
    isLost = error instanceof WebAssembly.RuntimeError;
    if (isLost) library = undefined;
    throw error;
  } finally {
    if (!isLost) document.destroy();
  }
}
