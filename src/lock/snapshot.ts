import { existsSync, lstatSync } from 'node:fs';
import { shownPath } from '../content/files/archive-path.ts';
import { filesBelow } from '../content/files/files-below.ts';

/** The state of each file of a folder at one moment, by path: inode, size and times. */
export type Snapshot = ReadonlyMap<string, string>;

/** Thrown where an archive has changed while it was read, so that the result may mix old and new. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
}

/** Takes a snapshot of an archive, without reading the files. */
export function snapshotOf(root: string): Snapshot {
  const stands = (path: string) => {
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : '';
  };
  return new Map(
    (existsSync(root) ? filesBelow(root) : [])
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => [path, stands(path)]),
  );
}

/**
 * Refuses an archive that has changed since a snapshot.
 *
 * @param undone says what was not done, as a sentence of the message
 * @throws ChangedMeanwhile
 */
export function refuseChanges(root: string, before: Snapshot, undone: string): void {
  const now = snapshotOf(root);
  const changed = [...new Set([...before.keys(), ...now.keys()])].find(
    (path) => before.get(path) !== now.get(path),
  );
  if (changed !== undefined)
    throw new ChangedMeanwhile(
      `${shownPath(changed)} changed while the archive was being read. ${undone} Run the command again.`,
    );
}
