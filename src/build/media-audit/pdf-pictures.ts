import { hash } from 'node:crypto';
import { drawPages } from '../../outputs/media/encoding/drawn-page.ts';
import type { GrayPicture } from './likeness/gray-picture.ts';
import { pictureSheets } from './pdf-sheets.ts';
import { shadesOf } from './picture-decoding.ts';

/** The longest side of a page or picture as it is looked at, in points. */
const DRAWN = 1000;
/** What drawing all pages and pictures of one document takes at most, in seconds. */
const MOST_SECONDS = 1200;

/** The pages of a PDF as readers see them, each once that is drawn several times. */
async function* drawnOf(bytes: Uint8Array, until: number): AsyncGenerator<GrayPicture> {
  const seen = new Set<string>();
  for await (const { data, width, height } of drawPages(bytes, DRAWN)) {
    if (performance.now() > until)
      throw new Error(
        `A PDF of the site is looked through for withheld pictures in at most ${MOST_SECONDS} seconds. Part it into several files.`,
      );
    const key = hash('sha256', data);
    if (seen.has(key)) continue;
    seen.add(key);
    yield { width, height, shades: shadesOf(data, width * height) };
  }
}

/**
 * The pictures that a PDF holds, however they are packed and whether a page shows them or not, and its pages: what is
 * drawn in pieces is no picture by itself. None where it cannot be read.
 *
 * @throws where it takes too long to draw them
 */
export async function* picturesOfPdf(bytes: Buffer): AsyncGenerator<GrayPicture> {
  const until = performance.now() + MOST_SECONDS * 1000;
  const sheets = await pictureSheets(bytes).catch(() => undefined);
  if (sheets) yield* drawnOf(sheets, until);
  yield* drawnOf(bytes, until);
}
