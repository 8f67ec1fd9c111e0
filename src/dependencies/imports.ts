import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOfCode, type Module, reached } from './made-of.ts';
import { packageNamed } from './package-lock.ts';

/**
 * The imports of the modules that Node runs, read from their texts. A bundler would give the same, and a test holds it to
 * that; but it takes ten times as long, and every build waits for this.
 */

/** What an import ends with, or is: `from './a.ts'`, `import './a.ts'`, `import('./a.ts')`. */
const IMPORTED = /\b(?:from|import)\s*(?:\(\s*)?['"`]([^'"`\n]+)['"`]/g;
/** What begins one; of types alone nothing is left when the code runs. */
const BEGINNING = /^(?:import|export)( type)?\b/gm;
/** A file that a module names by its place: a thread or program that it starts, or data that it reads. */
const NAMED = /\bnew URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g;
/** A package that a module looks up by name while it runs, such as one of letters or of maps. */
const LOOKED_UP = /\b(?:require|require\.resolve|import\.meta\.resolve)\(\s*['"`]([^'"`$]+)/g;
/** What has imports; any other file is data. */
const CODE = /\.(?:[cm]?[jt]s|astro)$/;

/** The name of a file of the project: its path from the project's folder. */
export const nameOf = (file: string): string => relative(resolve('.'), file).split(sep).join('/');

/** What a module imports, word for word. */
function imported(text: string): string[] {
  let end = 0;
  return Array.from(text.matchAll(IMPORTED)).flatMap(({ 0: whole, 1: specifier = '', index }) => {
    const [, ofTypes] = [...text.slice(end, index).matchAll(BEGINNING)].at(-1) ?? [];
    end = index + whole.length;
    return ofTypes && whole.startsWith('from') ? [] : [specifier];
  });
}

const isFile = (name: string) => statSync(name, { throwIfNoEntry: false })?.isFile() === true;

/** What a module names besides its imports: files by their place, and packages that it looks up while it runs. */
export function namedIn(name: string, text: string): Pick<Module, 'imports' | 'packages'> {
  const found = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, said = '']) => said);
  return {
    imports: found(NAMED).flatMap((path) => fileAt(name, path)),
    packages: found(LOOKED_UP).flatMap((said) => packageNamed(said) ?? []),
  };
}

/** The file that a module means by a path from its own place; none where the path is a word of some text. */
function fileAt(name: string, path: string): string[] {
  const file = nameOf(resolve(join(dirname(name), path)));
  return isFile(file) ? [file] : [];
}

// For the life of a process: the code that runs is the code that was there when it began.
const known = new Map<string, Module>();

/** A module of the project, or a file that such a one reads. @param name its path from the project's folder */
export function moduleAt(name: string): Module {
  const module = known.get(name) ?? read(name);
  known.set(name, module);
  return module;
}

function read(name: string): Module {
  const bytes = readFileSync(name);
  const digest = hash('sha256', bytes);
  if (!CODE.test(name)) return { digest, imports: [], packages: [] };
  const text = bytes.toString();
  const named = namedIn(name, text);
  const all = imported(text);
  return {
    digest,
    imports: [
      ...all.filter((one) => one.startsWith('.')).flatMap((path) => fileAt(name, path)),
      ...named.imports,
    ],
    packages: [
      ...all.filter((one) => !one.startsWith('.')).flatMap((one) => packageNamed(one) ?? []),
      ...named.packages,
    ],
  };
}

/** Every module that a module of the project leads to. @param module the address of its file */
export const modulesOf = (module: URL): Map<string, Module> =>
  reached([nameOf(fileURLToPath(module))], moduleAt);

/** A digest of the code that makes something that is kept. @param makers the modules that make it: their addresses */
export const codeOf = (...makers: URL[]): string =>
  digestOfCode(
    reached(
      makers.map((maker) => nameOf(fileURLToPath(maker))),
      moduleAt,
    ),
  );
