import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWith } from './problem-place.ts';

/**
 * What kind of thing an entry of a folder is. Links are not followed, because somebody else may change their target.
 * Devices and pipes are not read, because they may have no end.
 */
export type Lying = 'file' | 'folder' | 'link' | 'special';

/** The kind of an entry in a listing of a folder. */
export function lyingAs(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Lying {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

/** The kind of what is at a path; undefined if nothing is there or it cannot be read. */
export function lyingAt(path: string): Lying | undefined {
  try {
    return lyingAs(lstatSync(path));
  } catch {
    return undefined;
  }
}

const NOT_REGULAR: Record<Lying, [what: string, fix: string]> = {
  file: ['a file where a folder is looked for', 'Move the file elsewhere.'],
  folder: ['a folder', 'Move the folder elsewhere.'],
  link: ['a link', 'Put in its place what it leads to, or remove it.'],
  special: ['a pipe, a socket or a device', 'Remove it.'],
};

/** The problem with something that is no file of the archive. Nothing is said of what is behind a link. */
export function notRegular(path: string, lying: Lying): Problem {
  const [what, fix] = NOT_REGULAR[lying];
  const rule = `An archive holds regular files and folders alone; this is ${what}.`;
  return problemWith(path, basename(path), because('file/kind', rule, fix));
}

/** The largest file of an archive that is read, in bytes: the largest that is imported. */
export const LARGEST = 64 * 1024 * 1024;

/** Thrown for a path that is not a regular file, or is too large. `code` is the code that a file system would give. */
export class UnreadFile extends Error {
  readonly code: string;
  constructor(path: string, code: string) {
    super(`${path} is not read: ${code}.`);
    this.code = code;
  }
}

// With these flags opening a pipe does not wait, and a link is not followed. Windows has neither flag.
const OPENING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Reads a regular file.
 *
 * @param largest in bytes
 * @throws UnreadFile if the file is larger (`EFBIG`) or not a regular file (`EFTYPE`); also errors of the file system,
 *   such as `ELOOP` for a link
 */
export const regularBytes = (path: string, largest = LARGEST): Buffer =>
  readRegular(path, (file, size) => {
    if (size > largest) throw new UnreadFile(path, 'EFBIG');
    return readFileSync(file);
  });

/** Whether a path is a regular file with these bytes. A pipe or a link is none, whatever is behind it. */
export function isAsWritten(path: string, bytes: Uint8Array): boolean {
  try {
    return regularBytes(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Reads how a regular file begins, however large it is. Throws as `regularBytes` does. @param length in bytes */
export const regularStart = (path: string, length: number): Buffer =>
  readRegular(path, (file) => {
    const start = Buffer.alloc(length);
    return start.subarray(0, readSync(file, start));
  });

/** Opens a regular file for reading; whoever does closes it. Throws as `regularBytes` does. */
export function openRegular(path: string): { file: number; size: number } {
  const file = openSync(path, OPENING);
  const found = fstatSync(file);
  if (found.isFile()) return { file, size: found.size };
  closeSync(file);
  throw new UnreadFile(path, found.isDirectory() ? 'EISDIR' : 'EFTYPE');
}

function readRegular(path: string, read: (file: number, size: number) => Buffer): Buffer {
  const { file, size } = openRegular(path);
  try {
    return read(file, size);
  } finally {
    closeSync(file);
  }
}

/** Those of the given folders, or of their parents below `root`, that are links or do not exist. */
export function foreignFolders(root: string, folders: Iterable<string>): Set<string> {
  const isOwn = new Map<string, boolean>([['.', true]]);
  const own = (folder: string): boolean => {
    let known = isOwn.get(folder);
    if (known === undefined) {
      const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) || '.';
      known = own(above) && lyingAt(join(root, folder)) === 'folder';
      isOwn.set(folder, known);
    }
    return known;
  };
  return new Set([...folders].filter((folder) => !own(folder)));
}
