import sharp, { type Sharp } from 'sharp';
import type { GrayPicture } from './likeness/gray-picture.ts';

/** Of a moving picture, and of a scan of many pages, at most so many are looked at, spread over all: as many as the archive takes. */
const MOST_PAGES = 2000;
/** A picture of more points than this is no picture that a site can show. */
const MOST_POINTS = 1e9;

// Files are looked at in threads of their own; more threads for each picture would only be in their way.
sharp.concurrency(1);
// What a file showed before may not be what it shows now.
sharp.cache(false);

/** The shade of each point of a picture whose points have some bytes each. */
export function shadesOf(data: Uint8Array, points: number): Uint8Array {
  const channels = Math.floor(data.length / points);
  const shades = new Uint8Array(points);
  for (let at = 0, from = 0; at < points; at++, from += channels) {
    const [red, green, blue] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    shades[at] = channels < 3 ? red : (77 * red + 150 * green + 29 * blue) >> 8;
  }
  return shades;
}

/** How much the shades of a picture on white and without its transparency differ at most where nothing lies below it, of 255. */
const SAME = 2;

/** The shades of a picture that is being decoded. @param size the longest side that it has at most, in points */
async function shaded(picture: Sharp, size: number): Promise<GrayPicture> {
  const { data, info } = await picture
    .resize(size, size, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { width, height, shades: shadesOf(data, width * height) };
}

/** One picture of bytes as it is shown, and what lies below what is transparent of it. */
async function* decoded(
  bytes: Uint8Array | string,
  page: number,
  size: number,
  hasAlpha: boolean,
): AsyncGenerator<GrayPicture> {
  const source = () =>
    sharp(bytes, { page, failOn: 'none', limitInputPixels: MOST_POINTS }).autoOrient();
  const shown = await shaded(source(), size);
  yield shown;
  if (!hasAlpha) return;
  // To make it smaller first would lose what is below.
  const { data, info } = await source().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const below = await shaded(sharp(data, { raw: { width, height, channels } }), size);
  const isMore = below.shades.some((shade, at) => Math.abs(shade - (shown.shades[at] ?? 0)) > SAME);
  if (isMore) yield below;
}

/**
 * The pictures that bytes, or the file with a name, show: one, or each page or frame, and what is rubbed out of them to
 * transparency alone. None where they are no picture, or cannot be decoded, as then no browser shows one either.
 */
export async function* picturesOf(
  bytes: Uint8Array | string,
  size: number,
): AsyncGenerator<GrayPicture> {
  let pages: number;
  let hasAlpha: boolean;
  try {
    const head = await sharp(bytes, { failOn: 'none', limitInputPixels: MOST_POINTS }).metadata();
    pages = head.pages ?? 1;
    hasAlpha = head.hasAlpha;
  } catch {
    return;
  }
  const step = Math.max(1, pages / MOST_PAGES);
  for (let page = 0; page < pages; page += step) {
    try {
      yield* decoded(bytes, Math.floor(page), size, hasAlpha);
    } catch {
      // The next page may be sound.
    }
  }
}
