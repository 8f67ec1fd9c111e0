import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { codeOf, LAST, NEXT, WITHIN } from './workplace.ts';

// The error codes of disks without hard links.
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

// The error codes of folders that hold something, are gone already, or were replaced by a file.
const KEPT_FOLDER = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR']);

/**
 * Keeps the file at a path as it was: as a hard link, if the disk has them.
 *
 * @param stays whether it must also stay in its place until a new file replaces it
 */
function keep(site: string, last: string, path: string, stays: boolean): void {
  const [there, kept] = [join(site, path), join(last, path)];
  const found = lstatSync(there, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) {
    // A file is to take the place of a folder, whose files have gone already.
    removeEmpty(there);
    return;
  }
  mkdirSync(dirname(kept), { recursive: true });
  try {
    if (stays) linkSync(there, kept);
    else renameSync(there, kept);
  } catch (error) {
    if (LINKLESS.has(codeOf(error))) renameSync(there, kept);
    // It was kept already by the build that was stopped.
    else if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Puts the files of a workplace into a site, and takes others away. What each file was is kept until all is done. */
export function mend(way: string, site: string, gone: readonly string[]): void {
  const [next, last] = [join(way, NEXT), join(way, LAST)];
  for (const path of gone) keep(site, last, path, false);
  for (const path of filesIn(next).toSorted(manifestLast)) {
    keep(site, last, path, true);
    mkdirSync(join(site, dirname(path)), { recursive: true });
    renameSync(join(next, path), join(site, path));
  }
  removeEmptied(site, gone);
}

// If somebody copies the site meanwhile, its old manifest shows that the copy is not whole.
const manifestLast = (a: string, b: string) =>
  Number(a === SITE_MANIFEST) - Number(b === SITE_MANIFEST);

/** Removes a folder if it holds no file. */
function removeEmpty(folder: string): void {
  removeEmptyIn(folder);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Removes the folders of a site that are empty now that files have gone. To look through all of a large site takes long. */
function removeEmptied(site: string, gone: readonly string[]): void {
  for (const folder of foldersOf(gone)) {
    try {
      rmdirSync(join(site, folder));
    } catch (error) {
      if (!KEPT_FOLDER.has(codeOf(error))) throw error;
    }
  }
}

/** The folders that hold files, and those that hold these, the innermost first. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at));
  return [...folders].toSorted((a, b) => b.length - a.length);
}

function removeEmptyIn(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== WITHIN) removeEmpty(join(folder, entry.name));
}

/** Undoes a mending that failed half-way. */
export function unmend(
  way: string,
  site: string,
  made: readonly string[],
  gone: readonly string[],
): void {
  const [next, last] = [join(way, NEXT), join(way, LAST)];
  for (const path of made)
    if (!existsSync(join(next, path))) rmSync(join(site, path), { force: true });
  removeEmptyIn(site);
  for (const path of [...gone, ...made]) {
    if (!lstatSync(join(last, path), { throwIfNoEntry: false })) continue;
    mkdirSync(join(site, dirname(path)), { recursive: true });
    renameSync(join(last, path), join(site, path));
  }
}
