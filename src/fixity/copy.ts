import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Algorithm, MANIFEST_BYTES, readManifest } from './manifest.ts';

/** The file name of a site's manifest. */
export const SITE_MANIFEST = 'manifest-sha256.txt';

const NO_FILE = 'is a link or a device, and no file';

/** What is wrong with a copy: a file, or a line of its manifest, and how. */
export interface Difference {
  path: string;
  how: string;
}

/** The result of checking a copy. */
export interface Findings {
  /** How many files match the manifest. */
  held: number;
  differences: Difference[];
}

/** Everything in a folder except folders, by path. A link is not followed and does not count as a file. */
export function contentsOf(folder: string): { path: string; isFile: boolean }[] {
  // Node's own recursive reading follows links to folders, without end where a link leads to a folder above.
  const below = (within: string): { path: string; isFile: boolean }[] =>
    readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? below(`${within}${entry.name}/`)
        : [{ path: within + entry.name, isFile: entry.isFile() }],
    );
  return below('').toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const piece = Buffer.alloc(2 ** 20);

/** The digest of a file, in hexadecimal. The file is read in pieces, since it may be larger than memory. */
export function digestOf(file: string, algorithm: Algorithm): string {
  const digest = createHash(algorithm);
  const opened = openSync(file, 'r');
  try {
    for (let size = readSync(opened, piece); size > 0; size = readSync(opened, piece))
      digest.update(piece.subarray(0, size));
  } finally {
    closeSync(opened);
  }
  return digest.digest('hex');
}

/** Why a file cannot be read as text of at most `most` bytes; undefined where it can. */
export function unreadable(file: string, most: number): string | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return 'is missing';
  if (!found.isFile()) return NO_FILE;
  return found.size > most ? `has more than ${most} bytes` : undefined;
}

/** Checks files of a folder against a manifest that lies in it. @param isListed which files it should list */
export function checkManifest(
  folder: string,
  name: string,
  algorithm: Algorithm,
  isListed: (path: string) => boolean,
): Findings {
  const file = join(folder, name);
  const how = unreadable(file, MANIFEST_BYTES);
  if (how) return { held: 0, differences: [{ path: name, how }] };
  const { digests, faults } = readManifest(readFileSync(file, 'latin1'), algorithm);
  const differences = faults.map(({ line, reason }) => ({ path: `${name}:${line}`, how: reason }));
  let held = 0;
  const there = new Set<string>();
  for (const { path, isFile } of contentsOf(folder)) {
    if (!isListed(path)) continue;
    there.add(path);
    const stated = digests.get(Buffer.from(path).toString('latin1'));
    if (!isFile) differences.push({ path, how: NO_FILE });
    else if (stated === undefined) differences.push({ path, how: `is extra: ${name} has it not` });
    else if (digestOf(join(folder, path), algorithm) !== stated)
      differences.push({ path, how: 'differs' });
    else held += 1;
  }
  for (const stated of digests.keys()) {
    const path = Buffer.from(stated, 'latin1').toString();
    if (!there.has(path)) differences.push({ path, how: 'is missing' });
  }
  return { held, differences };
}

/** Checks the folder of a site against its own manifest. */
export const checkSite = (folder: string): Findings =>
  checkManifest(folder, SITE_MANIFEST, 'sha256', (path) => path !== SITE_MANIFEST);
