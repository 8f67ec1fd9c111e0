import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { shownPath } from '../content/files/archive-path.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { trueName } from '../lock/lock-place.ts';
import type { Made } from './outputs.ts';

/** Thrown where a site may not be put in its place. The message says why, and what to do. */
export class SiteFault extends Error {
  override name = 'SiteFault';
}

/** The fault where a thread of a build ended too early. @param what the thread writes */
export const endedEarly = (what: string): SiteFault =>
  new SiteFault(
    `What writes ${what} was ended from outside before it was done: somebody stopped it, or there was not enough memory. Nothing was put in place: run npm run build again.`,
  );

/** Whether a folder is another, or lies in it. */
export const isWithin = (folder: string, other: string): boolean =>
  !relative(other, folder).startsWith('..');

/** Folders of the project that a site is made from. */
const PROJECT = ['src', 'public', 'node_modules', '.git', 'tests'];

/** Whether a folder holds, or is in, the archive or a folder of the project. */
export function isOfSources(folder: string, content: string): boolean {
  const needed = [trueName(content), ...PROJECT.map((name) => resolve(name))];
  return needed.some((one) => isWithin(one, folder) || isWithin(folder, one));
}

/** Refuses a folder for the site that holds, or is in, the archive or a folder of the project. @throws SiteFault */
export function refusePlace(site: string, content: string): void {
  if (isOfSources(site, content))
    throw new SiteFault(
      `A site takes the place of all that is in its folder, and ${shownPath(site)} holds what it is made of. Name another folder.`,
    );
}

const SHOWN = 5;

/**
 * Refuses a site whose files are not exactly those that were made and kept.
 * @param digests of the files of the new site, by path
 * @throws SiteFault
 */
export function refuseIncomplete(
  next: string,
  site: string,
  { keys, kept, digests: noted }: Made,
  digests: ReadonlyMap<string, string>,
): void {
  const there = new Set(filesIn(next));
  const wanted = new Set([...keys.keys(), ...noted.keys(), ...digests.keys()]);
  const missing = [...wanted].filter((path) =>
    kept.has(path) ? !existsSync(join(site, path)) : !there.has(path),
  );
  const unlisted = [...there].filter((path) => !digests.has(path));
  const wrong = [...missing, ...unlisted];
  if (wrong.length === 0 && digests.size === there.size + kept.size) return;
  throw new SiteFault(
    `The site was made of ${wanted.size} files, and ${wrong.length} of them are not as they were made: ${wrong.slice(0, SHOWN).join(', ') || 'two of one name'}. Another program has changed ${shownPath(next)} or ${shownPath(site)} meanwhile. Nothing was put in place: run npm run build again.`,
  );
}
