import { createWriteStream, lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { shownPath } from '../content/files/archive-path.ts';
import { ImportFault } from './source-document.ts';

/** Bytes to be imported, with the name under which the archivist knows them. */
export type Input = {
  name: string;
  /** True where it lies in a folder that was named, and nobody named the file. */
  isFound?: boolean;
  /** The folder that was named, where it lies below that. */
  root?: string;
} & ({ path: string } | { bytes: Uint8Array });

/** An input that cannot be opened, and why. */
export interface Unopened {
  name: string;
  fault: ImportFault;
}

/** Keeps what comes from a stream in a file, so that it can be read more than once. */
export async function keepStream(
  name: string,
  stream: Readable,
): Promise<{ input: Input; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'input');
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    return { input: { name, path }, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** A file, or a folder with all files below it. Hidden files are passed over, links are not followed. */
export function* inputsOf(path: string, root?: string): Generator<Input | Unopened> {
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
    yield { name, path, isFound: root !== undefined, ...(root !== undefined && { root }) };
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
    if (!lstatSync(below).isSymbolicLink()) yield* inputsOf(below, root ?? path);
  }
}

const isPageOf = (folder: string, page: string) =>
  /^\.x?html?$/i.test(page.slice(folder.length - '_files'.length)) &&
  page.startsWith(folder.slice(0, -'_files'.length));
