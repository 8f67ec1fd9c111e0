import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Looks at bytes in a file of this path, and removes it. */
export async function lookedAt<Found>(
  path: string,
  bytes: Uint8Array,
  look: (path: string) => Promise<Found>,
): Promise<Found> {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, bytes, { mode: 0o600 });
    return await look(path);
  } finally {
    rmSync(path, { force: true });
  }
}

/** Removes a folder that holds nothing. */
export function removeIfEmpty(folder: string) {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
  }
}
