import { hash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { lyingAt, regularBytes } from '../files/regular-file.ts';

/**
 * A text that is kept from build to build, with its digest in the first line. If the file is not as it was written, it
 * counts as missing, and whoever kept it makes it again.
 */

/** The largest kept file that is read, in bytes. No site needs more. */
const LARGEST = 1024 ** 3;

/** The text that is kept in a file, or nothing if there is none or it is not as it was written. */
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

/** Keeps a text in a file: all of it, or nothing if writing fails. */
export function keepText(file: string, text: string): void {
  const next = `${file}.next`;
  rmSync(next, { recursive: true, force: true });
  // Anything there that is not a file, such as a folder, could not be replaced by renaming.
  if (lyingAt(file) !== 'file') rmSync(file, { recursive: true, force: true });
  writeFileSync(next, `${hash('sha256', text)}\n${text}`);
  renameSync(next, file);
}
