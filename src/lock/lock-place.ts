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
 * The name of the folder for locks. It lies with the locked folder, so that everyone who can reach the folder sees the
 * lock, whatever the user or container. An archive, which may be a disk of its own, holds the lock inside; a site, zip
 * or bag, which is replaced as a whole, has it beside it. It exists only while a command runs. Its name is hidden: it
 * is not read as part of an archive, nor kept in git.
 */
export const LOCKS = '.cuttings-lock';
const IGNORED = '.gitignore';

/** True for the path of a lock, below whatever folder. */
export const isOfLock = (path: string): boolean => path.split('/').includes(LOCKS);

/** The path of a folder without links. */
export function trueName(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(trueName(parent), basename(path));
  }
}

/** True for the folder of the archive that this process is about. @param path its true name */
export const isArchive = (path: string): boolean => path === trueName(contentRoot());

/**
 * The file of the lock on a folder. It is the same by whatever path the folder is reached, also before the folder
 * exists.
 */
export function lockFile(folder: string): string {
  const path = trueName(folder);
  const home = isArchive(path) ? path : dirname(path);
  const name = isArchive(path) ? 'archive' : `folder-${basename(path)}`;
  if (isWritable(home)) return join(home, LOCKS, `${name}.sqlite`);
  // Where the user may not write, the lock is only for the user's own commands.
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

/** Makes something that everyone who may write to a folder may write to as well, whatever their umask. */
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
    // Where the group cannot be changed, the mode alone must do.
  }
}

/** Makes the folder of a lock where it is not there. @throws LockFault where that cannot be done */
export function makePlace(file: string): void {
  const folder = dirname(file);
  try {
    if (folder === ownLocks()) mkdirSync(folder, { recursive: true, mode: 0o700 });
    else if (!lstatSync(folder, { throwIfNoEntry: false }))
      makeShared(folder, dirname(folder), (mode) => mkdirSync(folder, mode));
  } catch (error) {
    // Another command has made it at this moment.
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
    // It is there, or it is gone again, or it is another user's: opening the lock will tell.
  }
}

/** Removes the folder of a lock, unless it has other locks. */
export function clearPlace(file: string): void {
  const folder = dirname(file);
  if (basename(folder) !== LOCKS) return;
  try {
    if (readdirSync(folder).some((name) => name !== IGNORED)) return;
    rmSync(join(folder, IGNORED), { force: true });
    rmdirSync(folder);
  } catch {
    // Another command has begun to use it, or cleared it away.
  }
}
