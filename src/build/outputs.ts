import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foreignFolders } from '../content/files/regular-file.ts';
import { keepText, keptText } from '../content/store/kept-text.ts';
import { digestOf } from '../fixity/copy.ts';
import { filesIn } from '../fixity/site-paths.ts';

/**
 * A file of a built site: the key of its input, its state on the disk after it was made, and its SHA-256. The state has
 * the time of the last change (ctime), since a program can reset only the time of modification.
 */
type Output = readonly [
  key: string,
  size: number,
  modified: number,
  changed: number,
  digest: string,
];

/** The files that the last build of a site left, by path. */
export type LastOutputs = ReadonlyMap<string, Output>;

/** What a build makes, and what it keeps of the last site. */
export interface Made {
  /** The keys of the inputs of files that are made, by path. */
  keys: Map<string, string>;
  /** The files that stay as they are. */
  kept: Set<string>;
  /** The SHA-256 of files that are made, by path. Some may be missing; `digestsOf` reads these. */
  digests: Map<string, string>;
}

/** Nothing made or kept yet. */
export const nothingMade = (): Made => ({ keys: new Map(), kept: new Set(), digests: new Map() });

/** What several threads have made, together. */
export const joined = (all: readonly Made[]): Made => ({
  keys: new Map(all.flatMap(({ keys }) => [...keys])),
  kept: new Set(all.flatMap(({ kept }) => [...kept])),
  digests: new Map(all.flatMap(({ digests }) => [...digests])),
});

interface Kept {
  version: string;
  outputs: [path: string, output: Output][];
}

/**
 * Reads what the last build left.
 * @param version identifies everything that all files depend on; where it differs from the last build's, nothing is
 * kept
 * @param site the folder where the last build left the site; files there behind a link are not kept either
 */
export function lastOutputs(record: string, version: string, site: string): LastOutputs {
  const text = keptText(record);
  if (text === undefined) return new Map();
  const kept: Kept = JSON.parse(text);
  if (kept.version !== version) return new Map();
  const foreign = foreignFolders(site, new Set(kept.outputs.map(([path]) => dirname(path))));
  return new Map(
    kept.outputs.map(([path, [key, ...rest]]) => [
      path,
      // A file behind a link stays listed, without a key: a folder is kept whole or not at all.
      [foreign.has(dirname(path)) ? '' : key, ...rest],
    ]),
  );
}

/** True where a file was made from the same input, and lies in the site as it was made. */
function isThere(site: string, path: string, key: string, last: LastOutputs): boolean {
  const output = last.get(path);
  if (output?.[0] !== key) return false;
  const [, size, modified, changed, digest] = output;
  const file = join(site, path);
  try {
    const found = lstatSync(file);
    if (!found.isFile() || found.size !== size || found.mtimeMs !== modified) return false;
    // Copying a site changes the times of its files but not their bytes.
    return found.ctimeMs === changed || digestOf(file, 'sha256') === digest;
  } catch {
    // It is not there, or cannot be read.
    return false;
  }
}

/** True where a file must be made; either way it is noted in `made`. */
export function isDue(site: string, path: string, key: string, last: LastOutputs, made: Made) {
  const isMade = isThere(site, path, key, last);
  if (isMade) made.kept.add(path);
  made.keys.set(path, key);
  return !isMade;
}

/** Keeps a folder if all its files were made from the same input. @returns false where it must be made */
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

/** The SHA-256 of every file that the site will hold. A file is read only where its digest is not known yet. */
export function digestsOf(
  next: string,
  { kept, digests }: Made,
  last: LastOutputs,
): Map<string, string> {
  const ofKept = [...kept].flatMap((path): [string, string][] => {
    const output = last.get(path);
    return output ? [[path, output[4]]] : [];
  });
  const ofMade = filesIn(next).map((path): [string, string] => [
    path,
    digests.get(path) ?? hash('sha256', readFileSync(join(next, path))),
  ]);
  return new Map([...ofKept, ...ofMade]);
}

/** Writes the record of this build for the next one. @param last what this build found */
export function recordOutputs(
  record: string,
  version: string,
  site: string,
  { keys, kept }: Made,
  digests: ReadonlyMap<string, string>,
  last: LastOutputs,
): void {
  const outputs = [...keys].map(([path, key]): [string, Output] => {
    const found = lstatSync(join(site, path));
    // The state of a kept file is that in which it was found, since it may have been edited meanwhile.
    const [, size, modified] = (kept.has(path) && last.get(path)) || [
      key,
      found.size,
      found.mtimeMs,
    ];
    return [path, [key, size, modified, found.ctimeMs, digests.get(path) ?? '']];
  });
  keepText(record, JSON.stringify({ version, outputs } satisfies Kept));
}
