import sharp, { type AvifOptions, type JpegOptions, type Sharp, type WebpOptions } from 'sharp';
import type { MediumKind } from '../../../domain/media/media-type.ts';
import type { RenditionEnding } from '../../../domain/media/rendition.ts';

// A picture on one processor, and several pictures at once: that is quicker, and AVIF made on several processors has
// other bytes on a machine that has more of them.
sharp.concurrency(1);
// Nothing is decoded twice.
sharp.cache(false);

/**
 * How each format is encoded. The qualities give pictures that look alike; the efforts are those beyond which a picture
 * takes many times as long to become some percent smaller (AVIF of photographs at 3: three times, 10 %).
 */
export const SETTINGS = {
  avif: { quality: 55, effort: 1, bitdepth: 8, chromaSubsampling: '4:2:0' },
  webp: { quality: 78, effort: 4 },
  jpg: { quality: 80, mozjpeg: true, chromaSubsampling: '4:2:0' },
} as const satisfies { avif: AvifOptions; webp: WebpOptions; jpg: JpegOptions };

/** The finer colour of a graphic keeps its letters and lines from fraying. */
const FINE = { chromaSubsampling: '4:4:4' } as const;

/** How a picture is encoded in each format. */
export const FORMATS: Record<RenditionEnding, (picture: Sharp, kind: MediumKind) => Sharp> = {
  avif: (picture, kind) => picture.avif({ ...SETTINGS.avif, ...(kind === 'graphic' && FINE) }),
  webp: (picture, kind) => picture.webp({ ...SETTINGS.webp, smartSubsample: kind === 'graphic' }),
  jpg: (picture, kind) =>
    picture
      .flatten({ background: '#fff' })
      .jpeg({ ...SETTINGS.jpg, ...(kind === 'graphic' && FINE) }),
};
