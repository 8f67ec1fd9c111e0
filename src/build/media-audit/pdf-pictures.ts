import { extractImages, getDocumentProxy } from 'unpdf';
import type { GrayPicture } from './likeness/gray-picture.ts';
import { shadesOf } from './picture-decoding.ts';

/** Of a PDF of more pages, the first ones are looked at. */
const MOST_PAGES = 500;
/** A smaller picture of a page is a rule or a sign. */
const LEAST = 48;

/** The pictures on the pages of a PDF, however they are packed; none where it cannot be read. */
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
  }
  await pdf.cleanup();
}
