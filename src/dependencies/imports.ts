import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOfCode, type Module, reached } from './made-of.ts';
import { packageNamed } from './package-lock.ts';

/**
 * The imports of the modules that Node runs, found in their text by regular expressions. A test checks that a bundler
 * finds the same; but a bundler takes ten times as long, and every build waits for this.
 */

/** The part of an import that names a module: `from './a.ts'`, `import './a.ts'`, `import('./a.ts')`. */
const IMPORTED = /\b(?:from|import)\s*(?:\(\s*)?['"`]([^'"`\n]+)['"`]/g;
/** The beginning of an import or export. One of types alone does not exist when the code runs. */
const BEGINNING = /^(?:import|export)( type)?\b/gm;
/** A file that a module names by a URL relative to itself: a thread or program that it starts, or data that it reads. */
const NAMED = /\bnew URL\(\s*['"](\.[^'"]+)['"],/g;
/** A package that a module resolves by name while it runs, such as one of fonts or of maps. */
const LOOKED_UP = /\b(?:require|require\.resolve|import\.meta\.resolve)\(\s{0,99}['"`]([^'"`$]+)/g;
/** Files that can have imports; any other file is data. */
const CODE = /\.(?:[cm]?[jt]s|astro)$/;

/** The name of a file of the project: its path from the project's folder. */
export const nameOf = (file: string): string => relative(resolve('.'), file).split(sep).join('/');

/** The specifiers of the imports in a module's text, without those of types, and without what asks for a file's address. */
function imported(text: string): string[] {
  let end = 0;
  return Array.from(text.matchAll(IMPORTED)).flatMap(({ 0: whole, 1: specifier = '', index }) => {
    const [, ofTypes] = [...text.slice(end, index).matchAll(BEGINNING)].at(-1) ?? [];
    end = index + whole.length;
    return ofTypes && whole.startsWith('from') ? [] : [withoutQuery(specifier)];
  });
}

const withoutQuery = (specifier: string): string => specifier.split('?', 1)[0] ?? '';

const isFile = (name: string) => statSync(name, { throwIfNoEntry: false })?.isFile() === true;

/**
 * What a module depends on besides its imports: files that it names by URL, and packages that it resolves while it runs.
 *
 * @param name path of the module from the project's folder
 */
export function namedIn(name: string, text: string): Pick<Module, 'imports' | 'packages'> {
  const found = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, said = '']) => said);
  return {
    imports: found(NAMED).flatMap((path) => fileAt(name, path)),
    packages: found(LOOKED_UP).flatMap((said) => packageNamed(said) ?? []),
  };
}

/** The file that a relative path in a module means; empty where there is none, since a regular expression may be wrong. */
function fileAt(name: string, path: string): string[] {
  const file = nameOf(resolve(join(dirname(name), path)));
  return isFile(file) ? [file] : [];
}

// Kept until the process ends, since it runs the code that it started with.
const known = new Map<string, Module>();

/** A module of the project, or a data file that one reads. @param name its path from the project's folder */
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

/** A module of the project and all that it imports, directly or through others. @param module the URL of its file */
export const modulesOf = (module: URL): Map<string, Module> =>
  reached([nameOf(fileURLToPath(module))], moduleAt);

/** A digest of code and all that it depends on. @param makers URLs of the modules that make something that is kept */
export const codeOf = (...makers: URL[]): string =>
  digestOfCode(
    reached(
      makers.map((maker) => nameOf(fileURLToPath(maker))),
      moduleAt,
    ),
  );
