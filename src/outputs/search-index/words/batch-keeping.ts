import { hash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lyingAt, regularBytes } from '../../../content/files/regular-file.ts';
import { BatchFile } from './batch-file.ts';

/** The largest batch that is read, in bytes: a thousand long texts have a hundred million. */
const LARGEST = 1024 ** 3;

const LINE = 0x0a;

/**
 * Batches that were indexed, kept from build to build with their digests: indexing takes longer than all else in search.
 * One that is not as it was written counts as missing, and is indexed anew.
 */
export class KeptBatches {
  readonly #folder: string;
  readonly #asked = new Set<string>();

  /** @param cache the folder of the cache, where only this process writes */
  constructor(cache: string) {
    this.#folder = join(cache, 'words');
  }

  /** A batch that was kept; undefined where there is none. It is not forgotten then. */
  kept(name: string): BatchFile | undefined {
    this.#asked.add(name);
    const path = join(this.#folder, name);
    let bytes: Buffer;
    try {
      bytes = regularBytes(path, LARGEST);
    } catch {
      return undefined;
    }
    const start = bytes.indexOf(LINE) + 1;
    const content = bytes.subarray(start);
    if (bytes.toString('latin1', 0, start - 1) !== hash('sha256', content)) return undefined;
    const line = content.toString('utf8', 0, content.indexOf(LINE));
    return new BatchFile(line, (from, length) => bytesAt(path, start + from, length));
  }

  /** Keeps a batch: all of it, or nothing if writing fails. */
  keep(name: string, content: Buffer): void {
    const path = join(this.#folder, name);
    mkdirSync(this.#folder, { recursive: true });
    if (lyingAt(path) !== 'file') rmSync(path, { recursive: true, force: true });
    writeFileSync(
      `${path}.next`,
      Buffer.concat([Buffer.from(`${hash('sha256', content)}\n`), content]),
    );
    renameSync(`${path}.next`, path);
  }

  /** Removes all that was not asked for. */
  forgetOthers(): void {
    if (lyingAt(this.#folder) !== 'folder') return;
    for (const name of readdirSync(this.#folder))
      if (!this.#asked.has(name)) rmSync(join(this.#folder, name), { recursive: true });
  }
}

function bytesAt(path: string, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const file = openSync(path, 'r');
  try {
    let read = 0;
    while (read < length) {
      const more = readSync(file, bytes, read, length - read, start + read);
      if (more === 0) throw new Error(`${path} was cut off while it was read.`);
      read += more;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
