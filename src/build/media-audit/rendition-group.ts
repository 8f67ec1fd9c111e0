import type { GrayPicture } from './likeness/gray-picture.ts';
import { picturesOf } from './picture-decoding.ts';

/** A file of a site: its path in it, where it lies now, and its SHA-256. */
export interface SearchedFile {
  path: string;
  file: string;
  digest: string;
}

/** A file to be searched, and others that should show the same picture in larger sizes. */
export interface Group {
  first: SearchedFile;
  others: SearchedFile[];
}

const RENDITION = /^media\/(?<id>m-[a-z2-7]{12})\/(?<width>\d{1,5})\.(?<ending>avif|webp|jpg)$/;
/** JPEG and WebP are decoded in a small size at once; AVIF is not. */
const COST = ['jpg', 'webp', 'avif'];

function readRendition({ path }: SearchedFile) {
  const { id = '', width = '', ending = '' } = RENDITION.exec(path)?.groups ?? {};
  return { id, cost: Number(width) * 10 + COST.indexOf(ending) };
}

/** Puts the renditions of a picture together, the smallest first; every other file stands alone. */
export function groupsOf(files: readonly SearchedFile[]): Group[] {
  const groups: Group[] = [];
  const byId = Map.groupBy(files, (file) => readRendition(file).id);
  for (const first of byId.get('') ?? []) groups.push({ first, others: [] });
  byId.delete('');
  for (const all of byId.values()) {
    const [first, ...others] = all.toSorted(
      (a, b) => readRendition(a).cost - readRendition(b).cost,
    );
    if (first) groups.push({ first, others });
  }
  return groups;
}

/** The longest side of two renditions as they are compared, in points. */
const COMPARED = 64;
/** How much the shades of two renditions of one picture differ at most, as a mean over their points, of 255. */
const DIFFERENCE = 5;

/** A rendition as it is compared with others of the same picture; undefined for one that moves, which shows more than they do. */
export async function comparable({ file }: SearchedFile): Promise<GrayPicture | undefined> {
  let only: GrayPicture | undefined;
  for await (const picture of picturesOf(file, COMPARED)) {
    if (only) return undefined;
    only = picture;
  }
  return only;
}

/**
 * True where two renditions show the same picture in the same frame. It is asked closely: a rendition that is not the same
 * is searched for itself, and nothing is refused for it.
 */
export function isSameRendition(a: GrayPicture, b: GrayPicture): boolean {
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return false;
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  let sum = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      sum += Math.abs((a.shades[y * a.width + x] ?? 0) - (b.shades[y * b.width + x] ?? 0));
  return sum / (width * height) <= DIFFERENCE;
}
