import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foreignFolders } from '../content/files/regular-file.ts';
import { keepText, keptText } from '../content/store/kept-text.ts';
import { digestOf } from '../fixity/copy.ts';
import { filesIn } from '../fixity/site-paths.ts';

/**
 * A file of a built site: the key of what it was made of, how it lay on the disk when it had been made, and the SHA-256
 * of what was made. A program can set back when a file was modified, but not when it was changed.
 */
type Output = readonly [
  key: string,
  size: number,
  modified: number,
  changed: number,
  digest: string,
];

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
  outputs: [path: string, output: Output][];
}

/**
 * Reads what the last build left.
 *
 * @param version of what all of it goes by; where it is another now, nothing is taken for made
 * @param site where it was left; what lies there behind a link is not taken for made either
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
      // It stays known: a folder is kept whole or not at all.
      [foreign.has(dirname(path)) ? '' : key, ...rest],
    ]),
  );
}

/** True where a file was made of the same thing, and lies in the site as it was made. */
function isThere(site: string, path: string, key: string, last: LastOutputs): boolean {
  const output = last.get(path);
  if (output?.[0] !== key) return false;
  const [, size, modified, changed, digest] = output;
  const file = join(site, path);
  try {
    const found = lstatSync(file);
    if (!found.isFile() || found.size !== size || found.mtimeMs !== modified) return false;
    // A copy of the site has been changed too, and holds what it held.
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

/** The SHA-256 of every file that the site will hold; a file is read where nothing tells it. */
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

/** Writes down what this build leaves, for the next. @param last what it found */
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
    // As it lay when it was found good: it may have been edited since.
    const [, size, modified] = (kept.has(path) && last.get(path)) || [
      key,
      found.size,
      found.mtimeMs,
    ];
    return [path, [key, size, modified, found.ctimeMs, digests.get(path) ?? '']];
  });
  keepText(record, JSON.stringify({ version, outputs } satisfies Kept));
}
