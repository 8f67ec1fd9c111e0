import { shownPath } from '../../../content/files/archive-path.ts';
import { strippedFile } from '../../../content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../content/media/stripping/unsound.ts';
import type { MediumKind } from '../../../domain/media/media-type.ts';
import { renditionsOf, SHARE_SIZE } from '../../../domain/media/rendition.ts';
import { drawSvg } from '../../share/drawing.ts';
import type { Budget } from './budget.ts';
import { originalOf, type PictureFile } from './original.ts';
import { decoder, pixelsOf } from './pixels.ts';
import { encodeRenditions } from './renditions.ts';
import { encodeShare, SHARE_NAME } from './share.ts';
import { encodeService, wholePixels } from './tiles.ts';

/** Files that were encoded, by name. */
export type Encoded = ReadonlyMap<string, Uint8Array>;

/** A file whose pictures are encoded, and as what it is shown. */
export interface ToEncode extends PictureFile {
  kind: MediumKind;
}

/**
 * Encodes the picture of a medium, or of its first page, in all its sizes and for other sites. It is decoded once.
 *
 * @param wants which files to make, by their names below the address of the medium
 */
export async function encodePicture(
  { path, facts, kind }: ToEncode,
  processors: Budget,
  wants: (name: string) => boolean = () => true,
): Promise<Encoded> {
  if (facts.type === 'image/svg+xml') return encodeDrawing(path, kind, processors);
  const sizes = renditionsOf(facts);
  const largest = sizes.at(-1);
  if (!largest) return new Map();
  const original = await originalOf({ path, facts });
  const { width, height } = largest;
  const pixels = await processors.run(() =>
    pixelsOf(decoder(original).resize(width, height, { fit: 'fill' })),
  );
  const made = encodeRenditions({ original, pixels, kind }, sizes, wants, processors);
  const share = wants(SHARE_NAME)
    ? processors
        .run(() => encodeShare(pixels, kind))
        .then((bytes) => [[SHARE_NAME, bytes] as const])
    : [];
  return new Map([...(await made), ...(await share)]);
}

/**
 * Draws a drawing as it is published: the library that draws knows fewer ways than browsers to hide a part of it.
 *
 * @throws UnsoundFile says which file, and what to do
 */
async function drawn(path: string): Promise<Uint8Array> {
  const published = Buffer.from(await strippedFile(path, 'image/svg+xml'));
  try {
    return await drawSvg(published.toString(), SHARE_SIZE);
  } catch (error) {
    throw new UnsoundFile(
      `${shownPath(path)} is not published, since it cannot be drawn (${(error as Error).message.split('\n', 1)}). Draw it simpler, or save it as a PNG.`,
    );
  }
}

/** A drawing for other sites, which take no SVG. */
async function encodeDrawing(path: string, kind: MediumKind, processors: Budget): Promise<Encoded> {
  const png = await drawn(path);
  const original = { ...SHARE_SIZE, from: Buffer.from(png), index: 0, frames: 1 };
  const bytes = await processors.run(async () =>
    encodeShare(await pixelsOf(decoder(original)), kind),
  );
  return new Map([[SHARE_NAME, bytes]]);
}

/** Encodes a page as a IIIF image service, by the names below its address. @param page from 1 */
export async function encodePage(
  { path, facts, kind }: ToEncode,
  page: number,
  processors: Budget,
): Promise<Encoded> {
  const original = await originalOf({ path, facts }, page - 1);
  const pixels = await processors.run(() => wholePixels(original));
  return encodeService(original, pixels, kind, processors);
}
