import sharp from 'sharp';
import { type Chance, chanceOf } from '../invented/chance.ts';

/** The size of the pictures: twelve megapixels, as a telephone takes them. */
export const SIZE = { width: 4000, height: 3000 } as const;

/** How coarse and how strong the grain of the things in a picture is, from clouds to grass. */
const GRAINS = [
  [500, 60],
  [100, 40],
  [20, 25],
  [6, 14],
  [2.5, 8],
] as const;

/** The ground of which each picture is a part. */
const GROUND = { width: 5000, height: 3750 } as const;

/** A field of chance, as wide as the ground. */
async function grain(coarse: number, strength: number, chance: Chance): Promise<Buffer> {
  const width = Math.round(GROUND.width / coarse);
  const height = Math.round(GROUND.height / coarse);
  const data = Buffer.from(
    Array.from({ length: width * height * 3 }, () =>
      Math.max(0, Math.min(255, 128 + strength * chance.normal())),
    ),
  );
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(GROUND.width, GROUND.height, { kernel: 'cubic', fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Makes pictures that have the grain of photographs. Each takes another part of the grain, and other colours. */
export async function pictureMaker(): Promise<(number: number) => Promise<Buffer>> {
  const chance = chanceOf(1);
  const [first = Buffer.alloc(0), ...others] = await Promise.all(
    GRAINS.map(([coarse, strength]) => grain(coarse, strength, chance)),
  );
  const layers = others.map((input) => ({ input, blend: 'soft-light' as const }));
  const ground = await sharp(first).composite(layers).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = ground.info;
  return (number) => {
    const own = chanceOf(number + 2);
    const [left, top] = [own.below(width - SIZE.width), own.below(height - SIZE.height)];
    const colour = Array.from({ length: channels }, () => 0.6 + 0.6 * own.part());
    return sharp(ground.data, { raw: { width, height, channels } })
      .extract({ left, top, ...SIZE })
      .flip(own.oneIn(2))
      .flop(own.oneIn(2))
      .linear(colour, Array(channels).fill(0))
      .jpeg({ quality: 90 })
      .toBuffer();
  };
}
