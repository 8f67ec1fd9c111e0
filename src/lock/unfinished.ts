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

/** Where unfinished work is noted, one file for each place that is written to. */
const UNDERWAY = resolve('node_modules/.astro/underway');
const NAME = /^\..+-unfinished$/;

const unfinishedName = (path: string) => join(dirname(path), `.${basename(path)}-unfinished`);

/**
 * Makes a file or folder under another name beside its place, and moves it there when it is whole. First it removes
 * what killed commands left, here or elsewhere.
 * @param path which the caller holds
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
    // Only the holder of the lock writes it: if it is locked, it is still being written.
    if (path !== '' && isHeld(path)) continue;
    const unfinished = unfinishedName(path);
    if (NAME.test(basename(unfinished))) rmSync(unfinished, { recursive: true, force: true });
    rmSync(note, { force: true });
  }
}
