import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  TILE,
  tileNames,
  wholeName,
  wholeSizes,
} from '../../../domain/media/facsimile/image-service.ts';
import type { MediumKind } from '../../../domain/media/media-type.ts';
import type { Budget } from './budget.ts';
import { FORMATS } from './format.ts';
import { decoder, fromPixels, type Original, type Pixels, pixelsOf } from './pixels.ts';

/**
 * The tiles of a page, by their names below the address of its image service. They are cut while the page is read line
 * by line, so a large scan is never in memory as a whole.
 */
async function tilesOf(original: Original, kind: MediumKind, processors: Budget) {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-tiles-'));
  try {
    await processors.run(() =>
      FORMATS.jpg(decoder(original).toColourspace('srgb'), kind)
        .tile({ size: TILE, layout: 'iiif3' })
        .toFile(join(folder, 'page')),
    );
    return Array.from(tileNames(original), (name): [string, Uint8Array] => [
      name,
      readFileSync(join(folder, 'page', name)),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page as a whole in its sizes, from its pixels in a larger one. */
async function wholesOf(original: Original, pixels: Pixels, kind: MediumKind, processors: Budget) {
  const made: [string, Uint8Array][] = [];
  for (const size of wholeSizes(original)) {
    const resized =
      size.width === pixels.width
        ? fromPixels(pixels)
        : fromPixels(pixels).resize(size.width, size.height, { fit: 'fill' });
    const bytes = await processors.run(() => FORMATS.jpg(resized, kind).toBuffer());
    made.push([wholeName(original, size), bytes]);
  }
  return made;
}

/** The pixels of a page in the largest size in which it is to be had as a whole. */
export const wholePixels = (original: Original): Promise<Pixels> => {
  const [{ width, height }] = wholeSizes(original);
  return pixelsOf(decoder(original).resize(width, height, { fit: 'fill' }));
};

/**
 * All pictures of the image service of a page, by their names below its address.
 *
 * @param pixels of the page, at least as large as the largest of `wholeSizes`
 */
export async function encodeService(
  original: Original,
  pixels: Pixels,
  kind: MediumKind,
  processors: Budget,
): Promise<Map<string, Uint8Array>> {
  const tiles = await tilesOf(original, kind, processors);
  return new Map([...tiles, ...(await wholesOf(original, pixels, kind, processors))]);
}
