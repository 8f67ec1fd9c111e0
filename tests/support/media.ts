import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { mediaId } from '../../src/domain/media/media-id.ts';
import type { FileFacts } from '../../src/domain/media/media-type.ts';
import { mediumSchema } from '../../src/domain/media/medium.ts';
import type { MediumSource } from '../../src/outputs/media/medium-parts.ts';

/** An invented picture: a dark hill below a sky that becomes lighter to the right, and a red sun at the upper left. */
export const landscape = (width: number, height: number): Sharp =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 8 6" preserveAspectRatio="none">
<defs><linearGradient id="s"><stop stop-color="#2255aa"/><stop offset="1" stop-color="#eeddbb"/></linearGradient></defs>
<rect width="8" height="6" fill="url(#s)"/><path d="M0 6V5L4 3.5L8 5V6Z" fill="#223311"/><rect x="0.5" y="0.5" width="1.5" height="1.5" fill="#dd2222"/></svg>`),
  ).removeAlpha();

/** A file of a medium, as the archive would have read it. */
export function mediumOf(
  folder: string,
  file: string,
  bytes: Uint8Array,
  facts: Omit<FileFacts, 'sha256' | 'bytes'>,
  fields: Record<string, unknown> = {},
): MediumSource & { bytes: Uint8Array } {
  const path = join(folder, file);
  writeFileSync(path, bytes);
  const sha256 = hash('sha256', bytes);
  const medium = mediumSchema.parse({
    file,
    kind: 'photograph',
    altText: 'A hill below the sun',
    creditLine: 'Ada Varga / The Isles Post',
    ...fields,
  });
  return {
    path,
    bytes,
    medium: {
      ...medium,
      isPlaced: false,
      id: mediaId(sha256),
      file,
      facts: { sha256, bytes: bytes.length, ...facts },
    },
  };
}

/** The colour of a pixel, as its channels. */
export async function pixelAt(picture: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data } = await sharp(picture)
    .extract({ left: x, top: y, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

/** Whether a colour is about another. */
export const isAbout = (one: readonly number[], other: readonly number[], by = 24): boolean =>
  one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= by);
