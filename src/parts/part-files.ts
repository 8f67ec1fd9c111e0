import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENCODINGS, type PartManifest, storeOf, WORDS } from './part-manifest.ts';

/**
 * Puts what was encoded and indexed for parts where it is looked for: of each the files that it names, and no others.
 *
 * @param cache the folder of the cache
 */
export function takeFiles(
  parts: readonly (Pick<PartManifest, 'files'> & { folder: string })[],
  cache: string,
): void {
  for (const kind of [ENCODINGS, WORDS]) mkdirSync(join(cache, kind), { recursive: true });
  for (const { folder, files } of parts)
    for (const { path } of files)
      if (path !== storeOf({ files })) copyFileSync(join(folder, path), join(cache, path));
}
