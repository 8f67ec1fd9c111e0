import { hash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { contentRoot } from '../content/files/archive-path.ts';
import { LockFault } from './holder.ts';

/**
 * The name of the folder for locks. It is near what is locked, so that every user and container that can reach that also
 * sees the lock: inside an archive, which may be a disk of its own; beside a site, zip or bag, which is replaced as a
 * whole. It exists only while a command runs. Its name begins with a dot, so it is not read as part of an archive; git
 * ignores it.
 */
export const LOCKS = '.cuttings-lock';
const IGNORED = '.gitignore';

/** True for the path of a folder for locks, and of anything in one. @param path with slashes */
export const isOfLock = (path: string): boolean => path.split('/').includes(LOCKS);

/** The absolute path of a folder with symbolic links resolved. The end of the path need not exist yet. */
export function trueName(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(trueName(parent), basename(path));
  }
}

/** True for the folder of this process's archive. @param path as `trueName` returns it */
export const isArchive = (path: string): boolean => path === trueName(contentRoot());

/**
 * The path of the lock file for a folder. It is the same for every path that leads to the folder, and the folder need not
 * exist yet.
 */
export function lockFile(folder: string): string {
  const path = trueName(folder);
  const home = isArchive(path) ? path : dirname(path);
  const name = isArchive(path) ? 'archive' : `folder-${basename(path)}`;
  if (isWritable(home)) return join(home, LOCKS, `${name}.sqlite`);
  // Where the user may not write, the lock is in a temporary folder, and only the user's own commands see it.
  return join(ownLocks(), `${hash('sha256', path).slice(0, 24)}.sqlite`);
}

const ownLocks = () => join(tmpdir(), `cuttings-locks-${userInfo().uid}`);

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a file or folder with the permissions and group of a folder, so that all who may write to that may write to it.
 *
 * @param make makes it with this mode; the umask is off meanwhile
 */
export function makeShared(path: string, folder: string, make: (mode: number) => void): void {
  const { mode, gid } = statSync(folder);
  const mask = process.umask(0);
  try {
    make(mode & 0o777);
  } finally {
    process.umask(mask);
  }
  try {
    if (lstatSync(path).gid !== gid) chownSync(path, -1, gid);
  } catch {
    // The group cannot always be changed; then it has the mode alone.
  }
}

/** Makes the folder of a lock file where it is missing. @throws LockFault where that fails, or the folder is not safe */
export function makePlace(file: string): void {
  const folder = dirname(file);
  try {
    if (folder === ownLocks()) mkdirSync(folder, { recursive: true, mode: 0o700 });
    else if (!lstatSync(folder, { throwIfNoEntry: false }))
      makeShared(folder, dirname(folder), (mode) => mkdirSync(folder, mode));
  } catch (error) {
    // EEXIST: another command has just made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new LockFault(`No lock can be made in ${folder}: ${(error as Error).message}.`);
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new LockFault(`No lock can be made in ${folder}: it is no folder. Move it elsewhere.`);
  if (folder === ownLocks() && process.getuid && found?.uid !== process.getuid())
    throw new LockFault(
      `No lock can be made in ${folder}: it is somebody else’s. Name another folder for such files with TMPDIR.`,
    );
  keepOutOfGit(folder);
}

function keepOutOfGit(folder: string): void {
  try {
    writeFileSync(join(folder, IGNORED), '*\n', { flag: 'wx' });
  } catch {
    // The file exists, or the folder is gone again or is another user's: opening the lock file will report that.
  }
}

/** Removes the folder of a lock file, unless it holds other locks. A user's own temporary folder stays. */
export function clearPlace(file: string): void {
  const folder = dirname(file);
  if (basename(folder) !== LOCKS) return;
  try {
    if (readdirSync(folder).some((name) => name !== IGNORED)) return;
    rmSync(join(folder, IGNORED), { force: true });
    rmdirSync(folder);
  } catch {
    // Another command has just begun to use it, or has removed it.
  }
}
