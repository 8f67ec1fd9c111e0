import { extractImages, getDocumentProxy } from 'unpdf';
import { drawPage } from '../../outputs/media/encoding/drawn-page.ts';
import type { GrayPicture } from './likeness/gray-picture.ts';
import { shadesOf } from './picture-decoding.ts';

/** Of a PDF of more pages, the first ones are looked at. */
const MOST_PAGES = 500;
/** A smaller picture of a page is a rule or a sign. */
const LEAST = 48;

/** The longest side of a page as it is looked at, in points. */
const DRAWN = 1000;

/** A page as readers see it: pictures of one bit a point, and those drawn in pieces, are taken out of no file. */
async function drawnPage(
  bytes: Buffer,
  page: number,
  pdf: Awaited<ReturnType<typeof getDocumentProxy>>,
): Promise<GrayPicture | undefined> {
  try {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
    const scale = DRAWN / Math.max(width, height);
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const drawn = await drawPage(bytes, page - 1, size);
    const points = drawn.width * drawn.height;
    return { width: drawn.width, height: drawn.height, shades: shadesOf(drawn.data, points) };
  } catch {
    return undefined;
  }
}

/** The pictures on the pages of a PDF, however they are packed, and the pages; none where it cannot be read. */
export async function* picturesOfPdf(bytes: Buffer): AsyncGenerator<GrayPicture> {
  let pages = 0;
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes));
    pages = Math.min(pdf.numPages, MOST_PAGES);
  } catch {
    return;
  }
  for (let page = 1; page <= pages; page++) {
    const pictures = await extractImages(pdf, page).catch(() => []);
    for (const { data, width, height } of pictures)
      if (Math.max(width, height) >= LEAST)
        yield { width, height, shades: shadesOf(new Uint8Array(data), width * height) };
    const drawn = await drawnPage(bytes, page, pdf);
    if (drawn) yield drawn;
  }
  await pdf.cleanup();
}
