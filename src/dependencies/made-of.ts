import { hash } from 'node:crypto';
import { neededPackages } from './package-lock.ts';

/**
 * The one rule for what is stale. Whatever is kept from one build to the next is kept with a key: a digest of what went
 * into it and of the code that made it. The code is the module that makes it with all that this one imports, directly or
 * through others, the packages among these in their installed versions, and Node itself. Nobody lists it: it is found by
 * following the imports, those of Node's modules in `imports.ts`, those of the pages in the graph of their bundler.
 */

/** A module of the project, as far as the rule needs to know it. */
export interface Module {
  /** Of its text. */
  digest: string;
  /** The modules and files of the project that it imports, starts or reads, as the graph names them. */
  imports: readonly string[];
  /** The packages that it imports or looks up: names, or folders below `node_modules`. */
  packages: readonly string[];
}

/** Every module that some modules lead to, these too, by their names in the graph. */
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

/** A digest of the code of modules that `reached` has given, and of what is given besides. */
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
