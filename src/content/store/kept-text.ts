import { hash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { lyingAt, regularBytes } from '../files/regular-file.ts';

/**
 * A text that is kept from build to build, with its digest in the first line. What is not as it was written is not there:
 * whoever kept it makes it anew.
 */

/** More than a record of any site that a disk holds; in bytes. */
const LARGEST = 1024 ** 3;

/** The text that is kept in a file; nothing where there is none, or it is not what was kept. */
export function keptText(file: string): string | undefined {
  let kept: string;
  try {
    kept = regularBytes(file, LARGEST).toString();
  } catch {
    return undefined;
  }
  const end = kept.indexOf('\n');
  const text = kept.slice(end + 1);
  return end > 0 && kept.slice(0, end) === hash('sha256', text) ? text : undefined;
}

/** Keeps a text in a file, whole or not at all. */
export function keepText(file: string, text: string): void {
  const next = `${file}.next`;
  rmSync(next, { recursive: true, force: true });
  // What is in its place and is no file, such as a folder, would not give way.
  if (lyingAt(file) !== 'file') rmSync(file, { recursive: true, force: true });
  writeFileSync(next, `${hash('sha256', text)}\n${text}`);
  renameSync(next, file);
}
