/**
 * Where one pack ends and the next begins. It is decided by the paths themselves, so that a file more or less, or a
 * larger one, changes the pack that it is in and leaves the others as they are.
 */

const KB = 1024;
/** The bytes after which a pack may end, over which it ends on the average, and which it has at most, at the scale 1. */
const LEAST = 128 * KB;
const MEAN = 64 * KB;
const MOST = 512 * KB;

/** A pack is the larger, the larger a site is: there are some four thousand at most. */
const SITE_OF_SCALE_1 = 4096 * KB * KB;
/** With larger ones a pack could have more bytes than Cloudflare takes, which is 25 MiB. */
const LARGEST_SCALE = 32;

/** By how much the packs of a site are larger than those of a small one. @param size of all its files, in bytes */
export function scaleFor(size: number): number {
  let scale = 1;
  while (scale < LARGEST_SCALE && size > SITE_OF_SCALE_1 * scale) scale *= 2;
  return scale;
}

/** A number from 0 to 1 that a text always has, and that says nothing of it (FNV-1a, mixed once more). */
export function chanceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** True where a pack with `before` bytes ends before a file that has `length`. */
export const endsBefore = (before: number, length: number, scale: number): boolean =>
  before > 0 && before + length > MOST * scale;

/** True where a pack that has `bytes` ends after the last file in it. */
export const endsAfter = (bytes: number, path: string, length: number, scale: number): boolean =>
  bytes >= LEAST * scale && chanceOf(path) < length / (MEAN * scale);

/** How many packs a list has at least, on the average more than that, and at most. */
const LIST_LEAST = 64;
const LIST_MEAN = 64;
const LIST_MOST = 256;

/** True where a list ends after its last pack. @param first the path of that pack's first file */
export const listEndsAfter = (packs: number, first: string): boolean =>
  packs >= LIST_MOST || (packs >= LIST_LEAST && chanceOf(first) < 1 / LIST_MEAN);
