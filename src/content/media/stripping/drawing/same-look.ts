import sharp from 'sharp';
import { mustHold } from '../unsound.ts';

/** The longest side in pixels at which two drawings are compared. */
const SIDE = 800;
/** By how much a part of a colour may differ: renderers round. */
const ROUNDED = 2;

/** In dots for an inch: what libvips reads a drawing at, unless it is told otherwise, and the least it takes. */
const [USUAL, LEAST] = [72, 1];

async function pixelsOf(svg: Uint8Array): Promise<Buffer> {
  // Only what it is drawn at takes memory, however large it says it is.
  const { width, height } = await sharp(svg, { limitInputPixels: false }).metadata();
  const density = Math.min(USUAL, Math.max(LEAST, (USUAL * SIDE) / Math.max(width, height)));
  return sharp(svg, { density })
    .resize(SIDE, SIDE, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer();
}

/**
 * Proves with a renderer that knows nothing of how drawings are stripped that one looks as it did.
 *
 * @throws UnsoundFile where it does not
 */
export async function refuseOtherLook(before: Uint8Array, after: Uint8Array): Promise<void> {
  const [was, is] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
  const isSame =
    was.equals(is) ||
    (was.length === is.length &&
      was.every((value, index) => Math.abs(value - (is[index] ?? 0)) <= ROUNDED));
  mustHold(isSame, 'What of the drawing is seen cannot be told from what is hidden.');
}
