import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'astro/zod';

const names = z
  .object({})
  .catchall(z.string())
  .default({})
  .transform((versions) => Object.keys(versions));

/** A package as `package-lock.json` has it; what it needs by its name alone. */
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

/** The packages of the project, by their folders. */
function locked(): ReadonlyMap<string, LockedPackage> {
  if (known) return known;
  const { packages } = lock.parse(JSON.parse(readFileSync(resolve('package-lock.json'), 'utf8')));
  known = new Map(Object.entries(packages));
  return known;
}

/** The folder of the package that a name means to a module in a folder, as Node looks for it. */
function folderOf(name: string, from = ''): string | undefined {
  const folder = from === '' ? BELOW + name : `${from}/${BELOW}${name}`;
  if (locked().has(folder)) return folder;
  if (from === '') return undefined;
  const above = from.lastIndexOf(`/${BELOW}`);
  return folderOf(name, above < 0 ? '' : from.slice(0, above));
}

/** The folder of the package that is meant by `@scure/base/index.js`; nothing where no package is. */
export const packageNamed = (specifier: string): string | undefined =>
  folderOf(
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );

/** The folder of the package that a file belongs to, as `package-lock.json` has it; nothing where it is the project's own. */
export function packageAt(file: string): string | undefined {
  const parts = file.split(/[/\\]/);
  // Of a project that lies below such a folder itself, the first is not one of its packages.
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
 * Some packages with all that they need in turn, each with its version and the digest of what was installed.
 *
 * @param packages their folders, as `packageNamed` and `packageAt` give them
 */
export function neededPackages(packages: Iterable<string>): string[] {
  const needed = new Set(packages);
  // A set gives what is added to it while it is gone through, too.
  for (const folder of needed) {
    const { dependencies, optionalDependencies, peerDependencies } = locked().get(folder) ?? NONE;
    for (const name of [...dependencies, ...optionalDependencies, ...peerDependencies]) {
      const found = folderOf(name, folder);
      // What is optional may not be there, and then is not used.
      if (found !== undefined) needed.add(found);
    }
  }
  return Array.from(needed, (folder) => {
    const { version, integrity } = locked().get(folder) ?? {};
    return `${folder} ${version} ${integrity}`;
  }).toSorted();
}
