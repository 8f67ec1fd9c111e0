import {
  type DrawnPoints,
  drawnPoints,
  isLost,
  openedDocument,
} from '../../../content/media/drawn-document.ts';
import type { PageSize } from '../../../domain/media/media-type.ts';
import { fromPixels, type Pixels, pixelsOf } from './pixels.ts';

// Paper is not transparent.
const onPaper = (points: DrawnPoints): Promise<Pixels> =>
  pixelsOf(fromPixels({ ...points, channels: 4 }).removeAlpha());

/**
 * Draws a page of a PDF, as PDFium does.
 *
 * @param page from 0
 * @param size in pixels
 * @throws where the file is no PDF or has no such page
 */
export async function drawPage(pdf: Uint8Array, page: number, size: PageSize): Promise<Pixels> {
  const document = await openedDocument(pdf);
  try {
    const pixels = await onPaper(await drawnPoints(document, page, () => size));
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
  let document = await openedDocument(pdf).catch(() => undefined);
  const count = document?.getPageCount() ?? 0;
  for (let page = 0; page < count; page++) {
    document ??= await openedDocument(pdf);
    let pixels: Pixels;
    try {
      const points = await drawnPoints(document, page, ({ width, height }) => {
        const scale = longest / Math.max(width, height);
        const side = (points: number) => Math.max(1, Math.round(points * scale));
        return { width: side(width), height: side(height) };
      });
      pixels = await onPaper(points);
    } catch (error) {
      if (isLost(error)) document = undefined;
      continue;
    }
    yield pixels;
  }
  document?.destroy();
}
