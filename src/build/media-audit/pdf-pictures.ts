import { hash } from 'node:crypto';
import { drawPages } from '../../outputs/media/encoding/drawn-page.ts';
import { SiteFault } from '../site-fault.ts';
import type { GrayPicture } from './likeness/gray-picture.ts';
import { pictureSheets } from './pdf-sheets.ts';
import { shadesOf } from './picture-decoding.ts';

/** The longest side of a page or picture as it is looked at, in points. */
const DRAWN = 1000;
/** What drawing all pages and pictures of one document takes at most, in seconds. */
const MOST_SECONDS = 1200;

/** A PDF that is looked through, and when that must be done. */
interface Looking {
  /** The file, as messages name it. */
  file: string;
  seconds: number;
  /** By the clock of this process, in milliseconds. */
  until: number;
}

/** @throws SiteFault where looking through it takes too long */
function refuseLate({ file, seconds, until }: Looking): void {
  if (performance.now() > until)
    throw new SiteFault(
      `${file} takes more than ${seconds.toLocaleString('en')} seconds to be looked through for withheld pictures: all pages and pictures of a PDF are drawn for it. Nothing was put in place. Part it into several files, or save it anew with simpler pages.`,
    );
}

/** The pages of a PDF as readers see them, each once that is drawn several times. */
async function* drawnOf(bytes: Uint8Array, looking: Looking): AsyncGenerator<GrayPicture> {
  const seen = new Set<string>();
  for await (const { data, width, height } of drawPages(bytes, DRAWN)) {
    refuseLate(looking);
    const key = hash('sha256', data);
    if (seen.has(key)) continue;
    seen.add(key);
    yield { width, height, shades: shadesOf(data, width * height) };
  }
  // Pages that cannot be drawn take their time too.
  refuseLate(looking);
}

/**
 * The pictures that a PDF holds, however they are packed and whether a page shows them or not, and its pages: what is
 * drawn in pieces is no picture by itself. None where it cannot be read.
 *
 * A page that is being drawn cannot be broken off. One that alone takes longer than all may is drawn to its end, however
 * long that is, and then the file is refused: it is never passed over.
 *
 * @param file as messages name it
 * @param seconds what drawing all its pages and pictures takes at most
 * @throws SiteFault where it takes longer
 */
export async function* picturesOfPdf(
  bytes: Buffer,
  file: string,
  seconds = MOST_SECONDS,
): AsyncGenerator<GrayPicture> {
  const looking = { file, seconds, until: performance.now() + seconds * 1000 };
  const sheets = await pictureSheets(bytes).catch(() => undefined);
  if (sheets) yield* drawnOf(sheets, looking);
  yield* drawnOf(bytes, looking);
}
