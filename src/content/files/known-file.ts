import { hash } from 'node:crypto';
import { digestOf } from './file-digest.ts';
import { lyingAt } from './regular-file.ts';
import { type SeenFile, seenFile, stateAt } from './seen-file.ts';

/** What is known of a file: its state on the disk, and the SHA-256 of its bytes. */
export interface KnownFile {
  /** Empty if the file may have changed without another state. */
  state: string;
  sha256: string;
}

/** What is known of a file that was read. */
export const knownFile = ({ bytes, state }: SeenFile): KnownFile => ({
  state,
  sha256: hash('sha256', bytes),
});

/** Reads a file of any size for its digest. @returns undefined if there is none that can be read */
export function knownAt(path: string): KnownFile | undefined {
  try {
    return knownFile(seenFile(path));
  } catch (error) {
    // A film is not read as a whole.
    if ((error as NodeJS.ErrnoException).code !== 'EFBIG' || lyingAt(path) !== 'file')
      return undefined;
  }
  const before = stateAt(path);
  const sha256 = digestOf(path);
  return { state: stateAt(path) === before ? before : '', sha256 };
}
