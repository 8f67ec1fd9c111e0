import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** A file of a built site: the key of what it was made of, and how it lay on the disk when it had been made. */
type Output = readonly [key: string, size: number, modified: number, digest: string];

/** What the last build of a site left, for one that makes only what has changed. */
export type LastOutputs = ReadonlyMap<string, Output>;

/** What a build makes anew, and what it keeps. */
export interface Made {
  /** The keys of files that are made, by their paths. */
  keys: Map<string, string>;
  /** The files that stay as they are. */
  kept: Set<string>;
  /** The SHA-256 of files that are made, as far as it was taken while they were, by their paths. */
  digests: Map<string, string>;
}

/** What a build makes and keeps, before it begins. */
export const nothingMade = (): Made => ({ keys: new Map(), kept: new Set(), digests: new Map() });

interface Kept {
  version: string;
  outputs: Record<string, Output>;
}

/**
 * Reads what the last build left.
 *
 * @param version of everything that all pages are made of; where it is another now, nothing is taken for made
 */
export function lastOutputs(record: string, version: string): LastOutputs {
  try {
    const kept: Kept = JSON.parse(readFileSync(record, 'utf8'));
    return kept.version === version ? new Map(Object.entries(kept.outputs)) : new Map();
  } catch {
    return new Map();
  }
}

/** True where a file was made of the same thing, and lies in the site as it was made. */
function isThere(site: string, path: string, key: string, last: LastOutputs): boolean {
  const output = last.get(path);
  if (output?.[0] !== key) return false;
  const found = statSync(join(site, path), { throwIfNoEntry: false });
  return found?.size === output[1] && found.mtimeMs === output[2];
}

/** True where a file must be made; either way it is noted in `made`. */
export function isDue(site: string, path: string, key: string, last: LastOutputs, made: Made) {
  const isMade = isThere(site, path, key, last);
  if (isMade) made.kept.add(path);
  made.keys.set(path, key);
  return !isMade;
}

/** Keeps a folder whose files were all made of the same thing; false where it must be made. */
export function keepsFolder(
  site: string,
  folder: string,
  key: string,
  last: LastOutputs,
  made: Made,
) {
  const paths = [...last.keys()].filter((path) => path.startsWith(folder));
  const isWhole = paths.length > 0 && paths.every((path) => isThere(site, path, key, last));
  for (const path of isWhole ? paths : []) {
    made.kept.add(path);
    made.keys.set(path, key);
  }
  return isWhole;
}

/** The path of a file below a folder, as an address has it. */
export const pathIn = (folder: string, file: string): string =>
  file
    .slice(folder.length + 1)
    .split(sep)
    .join('/');

/** The files below a folder, by their paths in it. Folder by folder: Node’s own way takes several times as long. */
export function filesIn(folder: string, below = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(folder, `${below}${entry.name}/`) : [below + entry.name],
  );
}

/** The SHA-256 of every file that the site will hold; a file is read where nothing tells it. */
export function digestsOf(
  next: string,
  { kept, digests }: Made,
  last: LastOutputs,
): Map<string, string> {
  const ofKept = [...kept].flatMap((path): [string, string][] => {
    const output = last.get(path);
    return output ? [[path, output[3]]] : [];
  });
  const ofMade = filesIn(next).map((path): [string, string] => [
    path,
    digests.get(path) ?? hash('sha256', readFileSync(join(next, path))),
  ]);
  return new Map([...ofKept, ...ofMade]);
}

/** Removes the empty folders below one. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Puts what was made in place of what was there: the site then holds it, and what was kept, and nothing else. */
export function settle(next: string, site: string, { kept }: Made): void {
  if (kept.size === 0) {
    // The last site is let go of when the new one is in its place, and not before.
    const last = `${next}-last`;
    if (existsSync(site)) renameSync(site, last);
    renameSync(next, site);
    rmSync(last, { recursive: true, force: true });
    return;
  }
  const made = filesIn(next);
  const stays = new Set([...made, ...kept]);
  const gone = filesIn(site).filter((path) => !stays.has(path));
  for (const path of gone) rmSync(join(site, path));
  for (const folder of new Set(made.map((path) => dirname(path))))
    mkdirSync(join(site, folder), { recursive: true });
  for (const path of made) renameSync(join(next, path), join(site, path));
  if (gone.length > 0) removeEmpty(site);
}

/** Writes down what this build leaves, for the next. */
export function recordOutputs(
  record: string,
  version: string,
  site: string,
  { keys }: Made,
  digests: ReadonlyMap<string, string>,
): void {
  const outputs = [...keys].map(([path, key]): [string, Output] => {
    const { size, mtimeMs } = statSync(join(site, path));
    return [path, [key, size, mtimeMs, digests.get(path) ?? '']];
  });
  const kept: Kept = { version, outputs: Object.fromEntries(outputs) };
  writeFileSync(`${record}.next`, JSON.stringify(kept));
  renameSync(`${record}.next`, record);
}
