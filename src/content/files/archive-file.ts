import { isUtf8 } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { forbiddenCharacter } from '../../domain/text.ts';
import { type Lying, lyingAs, lyingAt, regularBytes } from './regular-file.ts';

/** The folder of the archive: `content/`, or the one that ARCHIVE_CONTENT names. */
export function contentRoot(): string {
  return resolve(process.env['ARCHIVE_CONTENT'] || 'content');
}

/** A path as the archivist would type it: relative where the file lies below the present folder. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return (below.startsWith('..') ? path : below || '.').split(sep).join('/');
}

/** Line and column of a character in a text, both counted from 1. */
export function locate(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, index));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

/** A problem at a character of a file. */
export function problemAt(
  path: string,
  text: string,
  index: number,
  words: string,
  fault: Fault,
): Problem {
  return { file: shownPath(path), ...locate(text, index), words, ...fault };
}

/** A problem with a file or folder as a whole. */
export function problemWith(path: string, words: string, fault: Fault): Problem {
  return problemAt(path, '', 0, words, fault);
}

const placeOf = ({ line, column }: Problem) => `${line}:${column}`;

/** Problems of a file without those that follow from one that is told: at its place, or on its line where nothing stands. */
export function notYetTold(following: readonly Problem[], told: readonly Problem[]): Problem[] {
  const places = new Set(told.map(placeOf));
  const lines = new Set(told.map(({ line }) => line));
  return following.filter(
    (one) => !places.has(placeOf(one)) && (one.words !== '' || !lines.has(one.line)),
  );
}

/** Something below a folder of the archive. */
export interface Found {
  path: string;
  isFolder: boolean;
}

/**
 * Every file and folder below a folder of the archive, in a fixed order; hidden ones are passed over. What is neither,
 * the folder itself too, is a problem.
 */
export function filesBelow(folder: string, problems: Problem[] = []): Found[] {
  const lying = lyingAt(folder);
  if (lying === 'folder') return entriesBelow(folder, problems);
  if (lying !== undefined) problems.push(notRegular(folder, lying));
  return [];
}

function entriesBelow(folder: string, problems: Problem[]): Found[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.'),
  );
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const lying = lyingAs(entry);
      if (lying === 'file') return [{ path, isFolder: false }];
      if (lying === 'folder') return [{ path, isFolder: true }, ...entriesBelow(path, problems)];
      problems.push(notRegular(path, lying));
      return [];
    });
}

/** The problem with what is no file of the archive; of what a link leads to nothing is said. */
function notRegular(path: string, lying: Lying): Problem {
  const [what, fix] = NOT_REGULAR[lying];
  const rule = `An archive holds regular files and folders alone; this is ${what}.`;
  return problemWith(path, basename(path), because('file/kind', rule, fix));
}

const NOT_REGULAR: Record<Lying, [what: string, fix: string]> = {
  file: ['a file where a folder is looked for', 'Move the file elsewhere.'],
  folder: ['a folder', 'Move the folder elsewhere.'],
  link: ['a link', 'Put in its place what it leads to, or remove it.'],
  special: ['a pipe, a socket or a device', 'Remove it.'],
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Index, in the text read leniently, of the first bytes that are no UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let lineStart = 0;
  for (let end = 1; end <= bytes.length; end++) {
    if (bytes[end - 1] !== 0x0a && end < bytes.length) continue;
    try {
      utf8.decode(bytes.subarray(lineStart, end));
      lineStart = end;
    } catch {
      const line = lenient.decode(bytes.subarray(lineStart, end));
      return lenient.decode(bytes.subarray(0, lineStart)).length + line.indexOf('\uFFFD');
    }
  }
  return 0;
}

/** Reads a text file of the archive: UTF-8 without a mark in front, lines ended by a line feed, no control characters. */
export function readText(path: string): { text: string; problems: Problem[] } {
  let bytes: Buffer;
  try {
    bytes = regularBytes(path);
  } catch (error) {
    return { text: '', problems: [unread(path, `${(error as NodeJS.ErrnoException).code}`)] };
  }
  if (!isUtf8(bytes)) {
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const at = firstInvalid(bytes);
    const fault = because(
      'file/encoding',
      'A file of the archive is UTF-8.',
      'Save the file again with the encoding UTF-8.',
    );
    return {
      text: '',
      problems: [problemAt(path, lenient, at, 'bytes that are no UTF-8', fault)],
    };
  }
  const text = bytes.toString('utf8');
  const fault = textProblem(path, text);
  return { text, problems: fault ? [fault] : [] };
}

/** What no text of a file of the archive may hold, with its place; nothing where it is sound. */
export function textProblem(path: string, text: string): Problem | undefined {
  const found = textFault(text);
  return found && problemAt(path, text, found.index, found.words, found.fault);
}

/** The problem with a file that cannot be read, after the code of the failure. */
function unread(path: string, code: string): Problem {
  if (code === 'ELOOP') return notRegular(path, 'link');
  if (code === 'EFTYPE') return notRegular(path, 'special');
  const fault =
    code === 'EFBIG'
      ? because(
          'file/size',
          'A file of the archive has at most 64 MB.',
          'Part it into several, or remove it.',
        )
      : because(
          'file/unread',
          'A file of the archive can be read.',
          'Check that it is a file and that you may read it.',
        );
  return problemWith(path, code === 'EFBIG' ? basename(path) : code, fault);
}

function textFault(text: string): { index: number; words: string; fault: Fault } | undefined {
  if (text.startsWith('\uFEFF')) {
    const fault = because(
      'file/mark',
      'A file starts with its first character, not with a byte order mark.',
      'Save the file as UTF-8 without BOM.',
    );
    return { index: 0, words: '\uFEFF', fault };
  }
  const carriage = text.indexOf('\r');
  if (carriage >= 0) {
    const fault = because(
      'file/line-end',
      'Lines end with a line feed alone.',
      'Save the file with Unix line ends (LF); in git, set text eol=lf.',
    );
    return { index: carriage, words: '\r', fault };
  }
  const forbidden = forbiddenCharacter(text);
  // A tab is reported by YAML with better words, and is harmless in a body.
  return (
    forbidden && {
      ...forbidden,
      words: String.fromCodePoint(text.codePointAt(forbidden.index) ?? 0),
    }
  );
}
