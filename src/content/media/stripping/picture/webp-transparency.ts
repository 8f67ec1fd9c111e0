import sharp from 'sharp';
import { clearHiddenPoints } from './hidden-points.ts';

/**
 * A WebP whose wholly transparent points have one colour. Where they had several it is packed anew without loss; else the
 * file stays as it is.
 */
export async function withoutHiddenWebp(bytes: Buffer): Promise<Buffer> {
  const { hasAlpha, pages = 1, delay, loop } = await sharp(bytes).metadata();
  if (!hasAlpha) return bytes;
  const moves = pages > 1;
  // The numbers of a still picture mean what its profile says, which is kept; of a moving one they become sRGB.
  const source = () => sharp(bytes, { pages: -1, ignoreIcc: !moves });
  const { data, info } = await source().raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 4 || !clearHiddenPoints(data)) return bytes;
  if (!moves)
    return source().keepIccProfile().keepExif().webp({ lossless: true, exact: false }).toBuffer();
  const { width, height } = info;
  const raw = { width, height, channels: 4, pageHeight: height / pages } as const;
  return sharp(data, { raw })
    .webp({ lossless: true, exact: true, ...(delay && { delay }), loop: loop ?? 0 })
    .toBuffer();
}
