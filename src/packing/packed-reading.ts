import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  type Entry,
  entryFor,
  type PackRow,
  ROOT,
  type Root,
  readRoot,
  rowFor,
} from '../hosting/packed/layout.ts';

/** True for the folder of a packed site. */
export const isPacked = (folder: string): boolean => existsSync(join(folder, ROOT));

function bytesOf(file: string, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, bytes, 0, length, start);
  } finally {
    closeSync(opened);
  }
  return bytes;
}

/** A packed site in a folder, which was checked against its manifest: the files that readers get. */
export class PackedReading {
  readonly #folder: string;
  readonly #root: Root;

  constructor(folder: string) {
    this.#folder = folder;
    this.#root = readRoot(readFileSync(join(folder, ROOT), 'utf8'));
  }

  /** The path that the site lies under, with a slash at either end. */
  get base(): string {
    return this.#root.base;
  }

  /** A file of the site; undefined where it has none of this path. */
  read(path: string): Buffer | undefined {
    const list = rowFor(this.#root.lists, path)?.[1];
    const packs: PackRow[] = list ? JSON.parse(readFileSync(join(this.#folder, list), 'utf8')) : [];
    const [, pack = '', head = 0] = rowFor(packs, path) ?? [];
    if (pack === '') return undefined;
    const at = join(this.#folder, pack);
    const entries: Entry[] = JSON.parse(`${gunzipSync(bytesOf(at, 0, head))}`);
    const entry = entryFor(entries, path);
    if (entry?.size === undefined) return undefined;
    const { file, start = 0, size, length = size, gzip } = entry;
    const bytes = file ? readFileSync(join(this.#folder, file)) : bytesOf(at, head + start, length);
    return gzip ? gunzipSync(bytes) : bytes;
  }
}
