import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isAsWritten, lyingAt, regularBytes } from '../../content/files/regular-file.ts';
import { ImportFault } from '../source-document.ts';
import { clearAbandoned } from './abandoned.ts';
import { lookedAt, removeIfEmpty } from './aside.ts';

/**
 * Writes files of an archive whole or not at all: each is written beside the archive and then put in its place in one
 * step, which either happens or does not, whenever the process is killed.
 */
export interface Disk {
  /** Writes a file that is not there yet; false where it is. */
  create: (path: string, content: string | Uint8Array) => boolean;
  /** Replaces a file. */
  replace: (path: string, content: string | Uint8Array) => void;
  /** The text of a file as it is now. Throws as the file system does where there is none. */
  read: (path: string) => string;
  /** True where something lies at a path. */
  has: (path: string) => boolean;
  /** Keeps bytes beside the archive for as long as they are looked at, in a file with an ending. */
  aside: <Found>(
    bytes: Uint8Array,
    ending: string,
    look: (path: string) => Promise<Found>,
  ) => Promise<Found>;
  /** True where a file has these bytes. */
  holds: (path: string, bytes: Uint8Array) => boolean;
  /** Removes a file that was created. */
  remove: (path: string) => void;
  /** Removes what was used on the way. */
  close: () => void;
}

const STAGE = 'cuttings-import';
// What disks without hard links answer, such as those of cameras and some networks.
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function nearestFolder(path: string): string {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    try {
      if (statSync(folder).isDirectory()) return folder;
    } catch {
      if (folder === dirname(folder)) throw new ImportFault(`There is no folder above ${path}.`);
    }
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder on the same disk as the archive, and not in it: what a killed import leaves there is in nobody’s way. */
function stageFor(root: string): string {
  const device = statSync(nearestFolder(root)).dev;
  const fits = (folder: string) => isWritable(folder) && statSync(folder).dev === device;
  const beside = [resolve('.cache'), tmpdir(), nearestFolder(dirname(resolve(root)))].filter(
    (folder) => {
      try {
        if (folder === resolve('.cache')) mkdirSync(folder, { recursive: true });
        return fits(folder);
      } catch {
        return false;
      }
    },
  );
  const [folder] = beside;
  if (folder === undefined)
    throw new ImportFault(
      `No folder on the disk of ${root} can be written to. Check who may write there.`,
    );
  return join(folder, STAGE);
}

function sayWhy(error: unknown, path: string): never {
  const { code } = error as NodeJS.ErrnoException;
  const reasons = new Map(
    Object.entries({
      ENOSPC: 'the disk is full: make room and run the import again; what is in stays',
      EDQUOT:
        'your share of the disk is used up: make room and run the import again; what is in stays',
      EROFS: 'the disk is read-only',
      EACCES: 'you may not write there',
      EPERM: 'you may not write there',
      ENOTDIR: 'a part of its path is a file',
    }),
  );
  const reason = reasons.get(code ?? '');
  if (reason === undefined) throw error;
  throw Object.assign(new ImportFault(`${path} could not be written: ${reason}.`), { code });
}

/** A path as it is below the archive’s folder. @throws ImportFault where it is not in it */
export function pathBelow(root: string, path: string): string {
  const below = relative(root, path);
  if (
    below === '' ||
    below.startsWith('..') ||
    resolve(root, below) !== path ||
    below.split(sep).includes('..')
  )
    throw new ImportFault(`${path} is not in the archive.`);
  for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
    const lying = lyingAt(folder) ?? 'folder';
    if (lying === 'link' || lying === 'special')
      throw new ImportFault(`${folder} is a link or a device, and no folder of the archive.`);
  }
  return below;
}

/** Opens the disk for writing below `root`, and clears away what a killed import left. */
export function openDisk(root: string): Disk {
  const stage = stageFor(root);
  const own = join(stage, `${process.pid}`);
  let count = 0;
  const stages = (path: string, content: string | Uint8Array): string => {
    pathBelow(root, path);
    const temporary = join(own, `${count++}`);
    try {
      mkdirSync(own, { recursive: true });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, content);
    } catch (error) {
      rmSync(temporary, { force: true });
      sayWhy(error, path);
    }
    return temporary;
  };
  clearAbandoned(stage);
  return {
    create: (path, content) => {
      const temporary = stages(path, content);
      try {
        // A link fails where the name is taken; a renamed file would replace what is there.
        linkSync(temporary, path);
        return true;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EEXIST' || existsSync(path)) return false;
        if (!LINKLESS.has(code ?? '')) sayWhy(error, path);
        renameSync(temporary, path);
        return true;
      } finally {
        rmSync(temporary, { force: true });
      }
    },
    replace: (path, content) => {
      const temporary = stages(path, content);
      try {
        renameSync(temporary, path);
      } catch (error) {
        rmSync(temporary, { force: true });
        sayWhy(error, path);
      }
    },
    read: (path) => regularBytes(path).toString('utf8'),
    has: (path) => lyingAt(path) !== undefined,
    aside: (bytes, ending, look) => lookedAt(join(own, `looked-at.${ending}`), bytes, look),
    remove: (path) => {
      pathBelow(root, path);
      rmSync(path, { force: true });
      // The folder of what an entry shows is there for that alone.
      removeIfEmpty(dirname(path));
    },
    holds: isAsWritten,
    close: () => {
      rmSync(own, { recursive: true, force: true });
      try {
        rmdirSync(stage);
      } catch {
        // Another import is at work, or nothing was staged.
      }
    },
  };
}
