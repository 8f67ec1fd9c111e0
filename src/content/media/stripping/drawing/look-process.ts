import sharp from 'sharp';
import type { Compared, Looks } from './looks.ts';

/** A process that draws what others drew: drawing cannot be broken off, so it ends itself where that takes too long. */

/** The longest side in pixels at which two drawings are compared. */
const SIDE = 800;
/** By how much a part of a colour may differ: renderers round. */
const ROUNDED = 2;
/** In dots for an inch: what libvips reads a drawing at, unless it is told otherwise. */
const USUAL = 72;
/** Milliseconds between two looks at what it takes. */
const OFTEN = 200;

const seconds = Number(process.argv[2]);
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

async function pixelsOf(svg: Uint8Array): Promise<Buffer> {
  // Only what it is drawn at takes memory, however large it says it is.
  const { width, height } = await sharp(svg, { limitInputPixels: false }).metadata();
  // A line of it at least, also of one that is very long; at less than one dot for an inch it is not read.
  const part = Math.max(SIDE / Math.max(width, height), 2 / Math.min(width, height), 1 / USUAL);
  const density = USUAL * Math.min(1, part);
  return sharp(svg, { density })
    .resize(SIDE, SIDE, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer();
}

async function compared({ before, after }: Looks): Promise<Compared> {
  try {
    const [was, is] = await Promise.all([pixelsOf(before), pixelsOf(after)]);
    const isSame =
      was.equals(is) ||
      (was.length === is.length &&
        was.every((value, index) => Math.abs(value - (is[index] ?? 0)) <= ROUNDED));
    return { isSame };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

process.on('message', async (looks: Looks) => {
  const begun = used();
  const watch = setInterval(() => {
    if (used() - begun > seconds) process.kill(process.pid, 'SIGKILL');
  }, OFTEN);
  process.send?.(await compared(looks));
  clearInterval(watch);
});
process.on('disconnect', () => process.exit());
