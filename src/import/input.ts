import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { shownPath } from '../content/files/archive-path.ts';
import { ImportFault } from './source-document.ts';

/** Bytes to be imported, with the name under which the archivist knows them. */
export interface Input {
  name: string;
  /** Nothing for standard input. */
  path?: string;
  open: () => Readable;
}

/** A file, a folder with all files below it, or `-` for standard input. Hidden files are passed over, links are not followed. */
export function* inputsOf(path: string): Generator<Input | { name: string; fault: ImportFault }> {
  if (path === '-') {
    yield { name: 'standard input', open: () => process.stdin };
    return;
  }
  const name = shownPath(path);
  let isFolder: boolean;
  try {
    const found = statSync(path);
    isFolder = found.isDirectory();
    // Reading a pipe could wait for ever.
    if (!isFolder && !found.isFile()) {
      yield { name, fault: new ImportFault('It is neither a file nor a folder.') };
      return;
    }
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'There is no such file or folder.'
        : `It cannot be read (${(error as NodeJS.ErrnoException).code}).`;
    yield { name, fault: new ImportFault(why) };
    return;
  }
  if (!isFolder) {
    yield { name, path, open: () => createReadStream(path) };
    return;
  }
  // Large folders are read one level at a time: folders are few, articles are many.
  let entries: string[];
  try {
    entries = readdirSync(path).toSorted();
  } catch (error) {
    yield {
      name,
      fault: new ImportFault(
        `The folder cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      ),
    };
    return;
  }
  for (const entry of entries) {
    // A browser saves the parts of `Page.html` in `Page_files/`; these are no articles.
    const isOfPage = /_files$/.test(entry) && entries.some((page) => isPageOf(entry, page));
    if (entry.startsWith('.') || isOfPage) continue;
    const below = join(path, entry);
    if (!lstatSync(below).isSymbolicLink()) yield* inputsOf(below);
  }
}

const isPageOf = (folder: string, page: string) =>
  /^\.x?html?$/i.test(page.slice(folder.length - '_files'.length)) &&
  page.startsWith(folder.slice(0, -'_files'.length));

/** The SHA-256 of bytes, in hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The most that is read of one input that cannot be taken piece by piece, in bytes. */
export const LARGEST = 64 * 1024 * 1024;

/** Reads a stream to its end, `start` first. @throws ImportFault where it is larger than any article */
export async function readAll(
  start: Uint8Array[],
  stream: AsyncIterator<Uint8Array>,
): Promise<Uint8Array> {
  const parts = [...start];
  let size = parts.reduce((sum, { length }) => sum + length, 0);
  for (;;) {
    if (size > LARGEST)
      throw new ImportFault(
        'It is larger than 64 MB. Split it, or give one item a line (.ndjson), which may be of any length.',
      );
    const { value, done } = await stream.next();
    if (done) return Buffer.concat(parts);
    parts.push(value);
    size += value.length;
  }
}

const LINE_FEED = 0x0a;

/** A line of a stream, or why it is not taken. */
export type Line = { number: number } & ({ bytes: Uint8Array } | { fault: ImportFault });

/** The lines of a stream, counted from 1, `start` first; a line is let go of before the next is read. */
export async function* linesOf(
  start: Uint8Array[],
  stream: AsyncIterator<Uint8Array>,
): AsyncGenerator<Line> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size > LARGEST) pending = [];
    else pending.push(part);
  };
  const line = (): Line => {
    const taken: Line =
      size > LARGEST
        ? { number, fault: new ImportFault('This line is longer than 64 MB; it is no item.') }
        : { number, bytes: Buffer.concat(pending) };
    pending = [];
    size = 0;
    number++;
    return taken;
  };
  const queue = start.values();
  for (;;) {
    const chunk = queue.next().value ?? (await stream.next()).value;
    if (!chunk) break;
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, at));
      yield line();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
