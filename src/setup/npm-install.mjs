import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Whether npm itself has installed in `folder` what package.json and package-lock.json ask for, as `npm ci` does. */
export function isInstalledByNpm(folder) {
  try {
    const asked = read(folder, 'package.json');
    const { '': project, ...locked } = read(folder, 'package-lock.json').packages;
    // npm writes this list when an install is done, and not before.
    const there = read(folder, 'node_modules/.package-lock.json').packages;
    const isSame = (name) =>
      there[name]?.version === locked[name].version &&
      there[name].integrity === locked[name].integrity;
    return (
      ['dependencies', 'devDependencies'].every((kind) =>
        isDeepStrictEqual(asked[kind], project[kind]),
      ) &&
      // Packages of other platforms are left out.
      Object.keys(locked).every((name) =>
        there[name] ? isSame(name) && existsSync(join(folder, name)) : locked[name].optional,
      ) &&
      Object.keys(there).every((name) => locked[name]) &&
      existsSync(join(folder, 'node_modules/.bin/node'))
    );
  } catch {
    return false;
  }
}
