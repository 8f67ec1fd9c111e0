import sharp from 'sharp';
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

/** Decodes one picture of bytes. @param size the longest side that it has at most, in points */
async function decoded(
  bytes: Uint8Array | string,
  page: number,
  size: number,
): Promise<GrayPicture> {
  const { data, info } = await sharp(bytes, {
    page,
    failOn: 'none',
    limitInputPixels: MOST_POINTS,
  })
    .autoOrient()
    .resize(size, size, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { width, height, shades: shadesOf(data, width * height) };
}

/**
 * The pictures that bytes, or the file with a name, show: one, or each page or frame. None where they are no picture, or cannot be decoded, as then
 * no browser shows one either.
 */
export async function* picturesOf(
  bytes: Uint8Array | string,
  size: number,
): AsyncGenerator<GrayPicture> {
  let pages: number;
  try {
    pages =
      (await sharp(bytes, { failOn: 'none', limitInputPixels: MOST_POINTS }).metadata()).pages ?? 1;
  } catch {
    return;
  }
  const step = Math.max(1, pages / MOST_PAGES);
  for (let page = 0; page < pages; page += step) {
    try {
      yield await decoded(bytes, Math.floor(page), size);
    } catch {
      // The next page may be sound.
    }
  }
}
