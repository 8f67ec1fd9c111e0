import sharp, { type Metadata } from 'sharp';
import type { FileFacts, MediaType, PageSize } from '../../../../domain/media/media-type.ts';
import { factsOfPages } from '../../../../domain/media/page-size.ts';
import { boxesIn } from '../box.ts';
import { nameOf, oneOf } from '../ending.ts';
import type { FileBytes } from '../file-bytes.ts';
import {
  MOST_FRAMES,
  MOST_PIXELS,
  MOST_PIXELS_OF_PAGES,
  refuseMany,
  refuseManyInAll,
  refuseManyPixels,
} from '../limit.ts';
import { damaged, unfit } from '../media-fault.ts';
import { endOfRiff } from '../riff.ts';
import { hasFilm, refuseTrailer } from '../trailer.ts';
import { endOfGif } from './gif.ts';
import { endOfJpeg } from './jpeg.ts';
import { endOfPng } from './png.ts';
import { pagesOfTiff } from './tiff.ts';

/** What is shown of a picture. */
type Shown = Pick<FileFacts, 'width' | 'height' | 'frames' | 'pages' | 'pageSizes'>;

// What it keeps it knows by the path of a file, and files change while pages are edited.
sharp.cache(false);

/** Each picture is decoded to so many pixels a side: all of its data are read, and next to nothing is kept. */
const SIDE = 8;
const SECONDS = 600;
/** What decoders complain of and every program passes over. */
const HARMLESS = /extraneous bytes|profile|iCCP|sRGB|cHRM|gAMA/i;
/** By what libvips calls a format. */
const FORMATS: readonly [MediaType, string][] = [
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/avif', 'heif'],
  ['image/gif', 'gif'],
  ['image/tiff', 'tiff'],
];

type Page = { page: number } | { pages: -1 };

/** Where the data of a picture end. TIFF has no end: its pieces lie in any order. */
function endOf(bytes: FileBytes, type: MediaType): number {
  if (type === 'image/jpeg') return endOfJpeg(bytes);
  if (type === 'image/png') return endOfPng(bytes);
  if (type === 'image/gif') return endOfGif(bytes);
  if (type === 'image/webp') return endOfRiff(bytes, 'WebP');
  if (type === 'image/avif') for (const _ of boxesIn(bytes, 0, bytes.size));
  return bytes.size;
}

/** What a decoder says of a picture before it decodes it. */
async function headOf(path: string, name: string, page?: number): Promise<Metadata> {
  try {
    return await sharp(path, { limitInputPixels: false, ...(page ? { page } : {}) }).metadata();
  } catch {
    throw damaged(`this ${name} does not say what picture it is of`);
  }
}

/** Decodes all of a picture. @throws MediaFault where a decoder cannot, or has to guess */
async function decode(path: string, name: string, page: Page): Promise<void> {
  const decoded = (failOn: 'warning' | 'error') =>
    sharp(path, { ...page, failOn, limitInputPixels: MOST_PIXELS, sequentialRead: true })
      .resize(SIDE, SIDE, { fit: 'fill', kernel: 'nearest' })
      .timeout({ seconds: SECONDS })
      .raw()
      .toBuffer();
  const failure = ({ message }: Error) => message.split('\n')[0] ?? '';
  try {
    await decoded('warning');
  } catch (warning) {
    try {
      if (!HARMLESS.test(failure(warning as Error))) throw warning;
      await decoded('error');
    } catch (error) {
      throw damaged(`this ${name} cannot be decoded (${failure(error as Error)})`);
    }
  }
}

function refuseHead(head: Metadata, type: MediaType): void {
  const name = nameOf(type);
  const format = FORMATS.find(([one]) => one === type)?.[1];
  if (head.format !== format || (format === 'heif' && head.compression !== 'av1'))
    throw damaged(`this file begins as ${oneOf(name)} and goes on as something else`);
  if (!['uchar', 'ushort'].includes(head.depth))
    throw unfit(
      `this ${name} has samples of more than 16 bits`,
      'Save it with 8 or 16 bits for each colour.',
    );
  // What is drawn in several runs, or in a format that has no lines, is in memory as a whole.
  const isWhole = head.isProgressive || !['jpeg', 'png', 'tiff'].includes(head.format);
  refuseManyPixels(name, head.width, head.height, isWhole);
}

/**
 * What is shown of a picture, once all of it was decoded.
 *
 * @throws MediaFault where it is damaged or too large, or where something else lies in its file; CutOff where it ends too early
 */
export async function inspectPicture(
  path: string,
  bytes: FileBytes,
  type: MediaType,
): Promise<Shown> {
  const name = nameOf(type);
  const end = endOf(bytes, type);
  // Of a picture with a film the picture is shown.
  if (type !== 'image/jpeg' || !hasFilm(bytes, end)) refuseTrailer(bytes, end, name);
  const head = await headOf(path, name);
  refuseHead(head, type);
  const { width, height } = head.autoOrient;
  const shown = { width, height };
  if (type === 'image/tiff') return inspectPages(path, bytes, head);
  const frames = head.pages ?? 1;
  refuseMany(name, 'pictures', frames, MOST_FRAMES);
  refuseManyInAll(name, width * height * frames, MOST_PIXELS);
  await decode(
    path,
    name,
    type === 'image/gif' || type === 'image/webp' ? { pages: -1 } : { page: 0 },
  );
  return frames > 1 && type !== 'image/avif' ? { ...shown, frames } : shown;
}

/** Decodes the pages of a scan one after another, since each may have a size of its own. */
async function inspectPages(path: string, bytes: FileBytes, first: Metadata): Promise<Shown> {
  const pages = pagesOfTiff(bytes);
  const sizes: PageSize[] = [];
  let pixels = 0;
  for (let page = 0; page < pages; page++) {
    const head = page === 0 ? first : await headOf(path, 'TIFF', page);
    refuseHead(head, 'image/tiff');
    pixels += head.width * head.height;
    refuseManyInAll('TIFF', pixels, MOST_PIXELS_OF_PAGES);
    await decode(path, 'TIFF', { page });
    sizes.push({ width: head.autoOrient.width, height: head.autoOrient.height });
  }
  return factsOfPages(sizes);
}
