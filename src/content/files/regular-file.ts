import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWith } from './problem-place.ts';

/** What lies in a folder. Behind a link lies what somebody else may change, and a device or a pipe may have no end. */
export type Lying = 'file' | 'folder' | 'link' | 'special';

/** What lies under a name of a folder that was listed with its types. */
export function lyingAs(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): Lying {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

/** What lies at a path; nothing where nothing does, or it cannot be asked. */
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

/** A path is no file that is read: it is none at all, or too large. `code` is what a file system would say. */
class UnreadFile extends Error {
  readonly code: string;
  constructor(path: string, code: string) {
    super(`${path} is not read: ${code}.`);
    this.code = code;
  }
}

// Neither does a pipe keep the opening waiting, nor is a link followed; Windows has neither flag.
const OPENING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * What is in a regular file.
 *
 * @param largest in bytes
 * @throws UnreadFile where it is larger (`EFBIG`) or something else (`EFTYPE`), and what the file system throws: of a
 *   link `ELOOP`
 */
export function regularBytes(path: string, largest = LARGEST): Buffer {
  const file = openSync(path, OPENING);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new UnreadFile(path, found.isDirectory() ? 'EISDIR' : 'EFTYPE');
    if (found.size > largest) throw new UnreadFile(path, 'EFBIG');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** The folders among these, and above them, below a root that are no folders of its own: they are links, or not there. */
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
