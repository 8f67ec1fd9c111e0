import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isHeld } from './lock.ts';

/** The folder of notes about unfinished work: one file for each path that is being written. */
const UNDERWAY = resolve('node_modules/.astro/underway');
const NAME = /^\..+-unfinished$/;

const unfinishedName = (path: string) => join(dirname(path), `.${basename(path)}-unfinished`);

/**
 * Makes a file or folder under another name in the same place, and renames it when it is complete. First it removes what
 * killed commands left unfinished, at this path or any other.
 *
 * @param path on which the caller holds the lock
 */
export async function finishing(
  path: string,
  make: (unfinished: string) => void | Promise<void>,
): Promise<void> {
  clearAbandoned();
  const unfinished = unfinishedName(path);
  const note = join(UNDERWAY, `${hash('sha256', path).slice(0, 24)}.txt`);
  mkdirSync(UNDERWAY, { recursive: true });
  writeFileSync(note, path);
  try {
    rmSync(unfinished, { recursive: true, force: true });
    await make(unfinished);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(note, { force: true });
  }
}

function clearAbandoned(): void {
  for (const name of existsSync(UNDERWAY) ? readdirSync(UNDERWAY) : []) {
    const note = join(UNDERWAY, name);
    const path = readFileSync(note, 'utf8');
    // Only the holder of the lock writes at a path, so a path that is locked may still be being written.
    if (path !== '' && isHeld(path)) continue;
    const unfinished = unfinishedName(path);
    if (NAME.test(basename(unfinished))) rmSync(unfinished, { recursive: true, force: true });
    rmSync(note, { force: true });
  }
}
