import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'astro/zod';

const names = z
  .object({})
  .catchall(z.string())
  .default({})
  .transform((versions) => Object.keys(versions));

/** A package in `package-lock.json`; of its dependencies only the names. */
const lockedPackage = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});

const lock = z.object({ packages: z.object({}).catchall(lockedPackage) });

type LockedPackage = z.infer<typeof lockedPackage>;

const NONE = lockedPackage.parse({});

const BELOW = 'node_modules/';

let known: ReadonlyMap<string, LockedPackage> | undefined;

/** The installed packages of the project, by their folders. */
function locked(): ReadonlyMap<string, LockedPackage> {
  if (known) return known;
  const { packages } = lock.parse(JSON.parse(readFileSync(resolve('package-lock.json'), 'utf8')));
  known = new Map(Object.entries(packages));
  return known;
}

/** The folder of the package that a name means in a package of this folder; the search goes upwards, as in Node. */
function folderOf(name: string, from = ''): string | undefined {
  const folder = from === '' ? BELOW + name : `${from}/${BELOW}${name}`;
  if (locked().has(folder)) return folder;
  if (from === '') return undefined;
  const above = from.lastIndexOf(`/${BELOW}`);
  return folderOf(name, above < 0 ? '' : from.slice(0, above));
}

/** The folder of the package that a specifier such as `@scure/base/index.js` means; undefined where it means none. */
export const packageNamed = (specifier: string): string | undefined =>
  folderOf(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );

/** The folder of the package that a file belongs to, as `package-lock.json` has it; undefined for the project's own. */
export function packageAt(file: string): string | undefined {
  const parts = file.split(/[/\\]/);
  // The project itself may lie below a folder `node_modules`; then the first of these folders is not the project's.
  for (
    let at = parts.indexOf('node_modules');
    at >= 0;
    at = parts.indexOf('node_modules', at + 1)
  ) {
    const last = parts.lastIndexOf('node_modules');
    const folder = parts.slice(at, last + (parts[last + 1]?.startsWith('@') ? 3 : 2)).join('/');
    if (locked().has(folder)) return folder;
  }
  return undefined;
}

/**
 * The packages with all that they depend on, directly or through others. Each is one text: folder, version and digest.
 *
 * @param packages folders, as `packageNamed` and `packageAt` return them
 */
export function neededPackages(packages: Iterable<string>): string[] {
  const needed = new Set(packages);
  // A loop over a set also visits what is added meanwhile.
  for (const folder of needed) {
    const { dependencies, optionalDependencies, peerDependencies } = locked().get(folder) ?? NONE;
    for (const name of [...dependencies, ...optionalDependencies, ...peerDependencies]) {
      const found = folderOf(name, folder);
      // An optional package may not be installed.
      if (found !== undefined) needed.add(found);
    }
  }
  return Array.from(needed, (folder) => {
    const { version, integrity } = locked().get(folder) ?? {};
    return `${folder} ${version} ${integrity}`;
  }).toSorted();
}
