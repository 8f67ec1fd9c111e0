import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Algorithm, readManifest } from './manifest.ts';

/** The manifest of a site. */
export const SITE_MANIFEST = 'manifest-sha256.txt';

/** What is wrong with a copy: a file, or a line of its manifest, and how. */
export interface Difference {
  path: string;
  how: string;
}

/** What came of checking a copy. */
export interface Findings {
  /** How many files are as the manifest says. */
  held: number;
  differences: Difference[];
}

/** Everything in a folder but folders, by its path; a link is no file, whatever it leads to. */
export function contentsOf(folder: string): { path: string; isFile: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      isFile: entry.isFile(),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The digest of a file, in hexadecimal. */
export const digestOf = (file: string, algorithm: Algorithm): string =>
  hash(algorithm, readFileSync(file));

/** Checks files of a folder against a manifest that lies in it. @param isListed which files it should list */
export function checkManifest(
  folder: string,
  name: string,
  algorithm: Algorithm,
  isListed: (path: string) => boolean,
): Findings {
  const file = join(folder, name);
  if (!existsSync(file)) return { held: 0, differences: [{ path: name, how: 'is missing' }] };
  const { digests, faults } = readManifest(readFileSync(file, 'latin1'), algorithm);
  const differences = faults.map(({ line, reason }) => ({ path: `${name}:${line}`, how: reason }));
  let held = 0;
  const there = new Set<string>();
  for (const { path, isFile } of contentsOf(folder)) {
    if (!isListed(path)) continue;
    there.add(path);
    const stated = digests.get(Buffer.from(path).toString('latin1'));
    if (!isFile) differences.push({ path, how: 'is a link or a device, and no file' });
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
