import { type BigIntStats, closeSync, fstatSync, lstatSync, readFileSync } from 'node:fs';
import { LARGEST, openRegular, UnreadFile } from './regular-file.ts';

/** A file as it was read. */
export interface SeenFile {
  bytes: Buffer;
  /** Its state on the disk before it was read; empty if it was changed so shortly before that another change may not show. */
  state: string;
}

// Disks count the time of a change in steps; the longest, of two seconds, are those of sticks and cards.
const STEP_MS = 3000;

/** The state of a file on the disk: if it is the same as at the last reading, so is what is in the file. */
const stateFrom = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${ino} ${size} ${mtimeNs} ${ctimeNs}`;

/** The state of the file at a path; empty if there is none, or it cannot be seen. */
export function stateAt(path: string): string {
  try {
    const found = lstatSync(path, { bigint: true });
    return found.isFile() ? stateFrom(found) : '';
  } catch {
    return '';
  }
}

/** Reads a regular file, with its state. Throws as `regularBytes` does. */
export function seenFile(path: string): SeenFile {
  const { file, size } = openRegular(path);
  try {
    if (size > LARGEST) throw new UnreadFile(path, 'EFBIG');
    const found = fstatSync(file, { bigint: true });
    const changed = Math.max(Number(found.mtimeMs), Number(found.ctimeMs));
    const state = changed > Date.now() - STEP_MS ? '' : stateFrom(found);
    return { bytes: readFileSync(file), state };
  } finally {
    closeSync(file);
  }
}
