import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../fixity/site-paths.ts';
import { place, resume } from '../placement/placement.ts';
import { closeWorkplace, openWorkplace } from '../placement/workplace.ts';
import { type PackedFrom, writePacked } from './packed-folder.ts';
import { isPacked } from './packed-reading.ts';

/** What a packed site comes to. */
export interface Packed {
  files: number;
  /** The bytes of all of them. */
  bytes: number;
  /** Those that are larger than Cloudflare takes. */
  tooLarge: string[];
}

/** Cloudflare takes no larger file. */
const CLOUDFLARE = 25 * 1024 * 1024;
const CACHE = 'node_modules/.astro/packing';

/** True where a folder has something that is not a packed site, and would be lost. */
export const hasOthers = (folder: string): boolean =>
  existsSync(folder) &&
  !isPacked(folder) &&
  (!statSync(folder).isDirectory() || readdirSync(folder).length > 0);

/**
 * Packs a site into a folder: the packed site is put in its place whole, or what was there stays.
 *
 * @throws the error of the system if it cannot be done
 */
export async function packSite(site: PackedFrom, folder: string): Promise<Packed> {
  resume(folder);
  const workplace = openWorkplace(folder, CACHE);
  try {
    await writePacked(site, workplace.next);
    const sizes = filesIn(workplace.next).map((path) => ({
      path,
      size: statSync(join(workplace.next, path)).size,
    }));
    place(workplace, folder, new Set());
    return {
      files: sizes.length,
      bytes: sizes.reduce((sum, { size }) => sum + size, 0),
      tooLarge: sizes.filter(({ size }) => size > CLOUDFLARE).map(({ path }) => path),
    };
  } finally {
    closeWorkplace(workplace);
  }
}
