import { hash } from 'node:crypto';
import { neededPackages } from './package-lock.ts';

/**
 * The one rule for what is stale. Whatever is kept from one build to the next has a key: a digest of its input and of the
 * code that made it. That code is the module that makes it, everything that this imports directly or through others, the
 * packages among these in their installed versions, and the version of Node. No list is kept by hand: `imports.ts` follows
 * the imports of the modules that Node runs, and the bundler's graph gives those of the pages.
 */

/** What the rule needs to know of a module of the project. */
export interface Module {
  /** SHA-256 of its text, in hexadecimal. */
  digest: string;
  /** The modules and files of the project that it imports, starts or reads, as the graph names them. */
  imports: readonly string[];
  /** The packages that it imports or resolves: their folders, as `package-lock.json` names them. */
  packages: readonly string[];
}

/** The given modules and all that they import, directly or through others, by their names in the graph. */
export function reached(
  roots: Iterable<string>,
  moduleAt: (name: string) => Module,
): Map<string, Module> {
  const found = new Map<string, Module>();
  const pending = [...roots];
  for (const name of pending) {
    if (found.has(name)) continue;
    const module = moduleAt(name);
    found.set(name, module);
    pending.push(...module.imports);
  }
  return found;
}

/** A digest of modules that `reached` has returned, of their packages, of Node's version and of other texts. */
export function digestOfCode(
  modules: ReadonlyMap<string, Module>,
  ...besides: readonly string[]
): string {
  const packages = new Set([...modules.values()].flatMap((module) => module.packages));
  const texts = Array.from(modules, ([name, { digest }]) => `${name} ${digest}`).toSorted();
  return hash(
    'sha256',
    JSON.stringify([process.version, texts, neededPackages(packages), besides]),
  );
}
