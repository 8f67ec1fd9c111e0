import { basename, dirname, join } from 'node:path';
import { lyingAt, regularBytes, regularStart } from '../../../content/files/regular-file.ts';
import { shownWords } from '../../../domain/problem.ts';
import { ImportFault } from '../../source-document.ts';
import { type Given, textsIn } from '../fields/given.ts';
import { plainName } from '../fields/synonym.ts';
import type { Skipped } from '../skipped.ts';
import type { Beside } from './table.ts';

/** Substack’s export: a table of posts, and the text of each in a file beside it that has its id for a name. */

/** The name of a file and nothing else: no folder, no way out of one. */
const ID = /^\d{1,20}(?:\.[\w-]{1,300})?$/u;
const KINDS = new Set(['newsletter', 'podcast', 'video', 'page', 'thread']);

const isSubstack = (names: readonly string[]) => {
  const plain = new Set(names.map(plainName));
  return plain.has('postid') && plain.has('ispublished');
};

const saidIn = (given: readonly Given[], wanted: string) =>
  given.flatMap(([name, value]) => (plainName(name) === wanted ? textsIn(value) : [])).join();

function whyNot(given: readonly Given[]): Skipped | undefined {
  const audience = saidIn(given, 'audience');
  const kind = saidIn(given, 'type');
  if (audience !== 'everyone')
    return { as: 'private', skipped: `its audience is “${shownWords(audience)}”, not everyone` };
  return KINDS.has(kind) || kind === ''
    ? undefined
    : { as: 'kind', skipped: `it is of the kind “${shownWords(kind)}”, no post` };
}

/** The text of a file in this very folder. A link is not followed, wherever it leads. */
function fileIn(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (lyingAt(folder) !== 'folder' || lyingAt(path) !== 'file') return undefined;
  try {
    return regularBytes(path).toString('utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ImportFault(
      code === 'EFBIG'
        ? `${shownWords(name)} is larger than 64 MB.`
        : `${shownWords(name)} cannot be read (${code}).`,
    );
  }
}

/** The texts beside a table of Substack; nothing where it is none. Throws an `ImportFault` where nobody knows its folder. */
export function substackOf(path: string | undefined, names: readonly string[]): Beside | undefined {
  if (!isSubstack(names)) return undefined;
  if (path === undefined)
    throw new ImportFault(
      'It is Substack’s table of posts, whose texts lie beside it. Name the file where it lies, not its contents.',
    );
  const folder = dirname(path);
  return {
    whyNot,
    textOf: (given) => {
      const id = saidIn(given, 'postid');
      const name = `${id}.html`;
      const text = ID.test(id)
        ? (fileIn(join(folder, 'posts'), name) ?? fileIn(folder, name))
        : undefined;
      if (text === undefined)
        throw new ImportFault(
          `Its text is not beside the table: there is no file posts/${shownWords(name)}. Unpack the whole export.`,
        );
      return text;
    },
  };
}

const START = 4096;

function headerOf(path: string): string[] {
  const [line = ''] = regularStart(path, START).toString('utf8').split('\n', 1);
  return line
    .replace(/^\uFEFF/u, '')
    .split(',')
    .map((name) => name.replaceAll('"', '').trim());
}

/** Whether a page is the text of a post of Substack: its table alone says whether that was published. */
export function isTextOfSubstack(path: string | undefined): boolean {
  if (path === undefined || !/^\d{1,20}\.[\w-]{1,300}\.html$/u.test(basename(path))) return false;
  return [dirname(path), dirname(dirname(path))]
    .map((folder) => join(folder, 'posts.csv'))
    .some((table) => lyingAt(table) === 'file' && isSubstack(headerOf(table)));
}
