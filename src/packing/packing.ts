import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, SITE_MANIFEST, unreadable } from '../fixity/copy.ts';
import { MANIFEST_BYTES, readManifest } from '../fixity/manifest.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { place, resume } from '../placement/placement.ts';
import { closeWorkplace, openWorkplace, WITHIN } from '../placement/workplace.ts';
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

/** The paths that the manifest of a packed site names. */
function listedIn(folder: string): ReadonlySet<string> {
  const file = join(folder, SITE_MANIFEST);
  if (unreadable(file, MANIFEST_BYTES)) return new Set();
  const { digests } = readManifest(readFileSync(file, 'latin1'), 'sha256');
  return new Set([...digests.keys(), SITE_MANIFEST]);
}

/** True where a folder has something that is no file of a packed site, and would be lost. */
export function hasOthers(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (!statSync(folder).isDirectory()) return true;
  const listed = isPacked(folder) ? listedIn(folder) : new Set();
  return contentsOf(folder).some(
    ({ path }) =>
      !listed.has(Buffer.from(path).toString('latin1')) && !path.startsWith(`${WITHIN}/`),
  );
}

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
