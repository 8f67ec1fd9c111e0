import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lyingAt, regularBytes } from '../../content/files/regular-file.ts';

/** Files that were encoded, by name. */
type Encoded = ReadonlyMap<string, Uint8Array>;

/** The largest set of files that is kept, in bytes: the tiles of a scan of 400 megapixels have 100 million. */
const LARGEST = 1024 ** 3;

const LINE = 0x0a;

const folderIn = (cache: string) => join(cache, 'encodings');

/** Whether anything that was encoded is kept. @param cache the folder of the cache */
export const keepsEncodings = (cache: string): boolean => lyingAt(folderIn(cache)) === 'folder';

/**
 * Files as one text of bytes: the digest of all that follows and of what they were encoded from, the name and length of
 * each, and then their bytes.
 */
function packed(files: Encoded, of: string): Uint8Array[] {
  const list = Array.from(files, ([name, { length }]) => [name, length]);
  const rest = [Buffer.from(`${JSON.stringify(list)}\n`), ...files.values()];
  return [Buffer.from(`${digestOf([Buffer.from(of), ...rest])}\n`), ...rest];
}

const digestOf = (parts: readonly Uint8Array[]) => hash('sha256', Buffer.concat(parts));

/** The files of such a text; undefined where it is not as it was written. */
function unpacked(bytes: Buffer, of: string): Encoded | undefined {
  const end = bytes.indexOf(LINE);
  const rest = bytes.subarray(end + 1);
  if (end < 0 || bytes.toString('latin1', 0, end) !== digestOf([Buffer.from(of), rest]))
    return undefined;
  const start = rest.indexOf(LINE) + 1;
  const list: [name: string, length: number][] = JSON.parse(rest.toString('utf8', 0, start));
  let at = start;
  return new Map(
    list.map(([name, length]) => {
      at += length;
      return [name, rest.subarray(at - length, at)];
    }),
  );
}

/**
 * What was encoded from pictures, kept from build to build: encoding takes longer than all else. What is not as it was
 * written counts as missing, and is encoded anew.
 */
export class Encodings {
  readonly #folder: string;
  readonly #code: string;
  readonly #asked = new Set<string>();
  readonly #going = new Map<string, Promise<Encoded>>();
  /** How many sets of files were encoded, and not found. */
  made = 0;

  /**
   * @param cache the folder of the cache, where only this process writes
   * @param code a digest of the code that encodes: what other code encoded is not used
   */
  constructor(cache: string, code: string) {
    this.#folder = folderIn(cache);
    this.#code = code;
  }

  /** Keeps a set of files at the end of the build, if it is there. @param of from what it is made, and as what */
  name(of: string): string {
    const name = hash('sha256', `${of}\n${this.#code}`).slice(0, 40);
    this.#asked.add(name);
    return name;
  }

  /** A set of files: as it was kept, or encoded. @param of from what it is made, and as what */
  async of(of: string, encode: () => Promise<Encoded>): Promise<Encoded> {
    const file = join(this.#folder, this.name(of));
    const going = this.#going.get(file);
    if (going) return going;
    const work = this.#kept(file) ?? this.#encoded(file, encode);
    this.#going.set(file, Promise.resolve(work));
    try {
      return await work;
    } finally {
      this.#going.delete(file);
    }
  }

  /** Removes all sets that were not asked for. */
  forgetOthers(): void {
    if (lyingAt(this.#folder) !== 'folder') return;
    for (const name of readdirSync(this.#folder))
      if (!this.#asked.has(name)) rmSync(join(this.#folder, name), { recursive: true });
  }

  #kept(file: string): Encoded | undefined {
    try {
      return unpacked(regularBytes(file, LARGEST), basename(file));
    } catch {
      return undefined;
    }
  }

  async #encoded(file: string, encode: () => Promise<Encoded>): Promise<Encoded> {
    const files = await encode();
    this.made += 1;
    mkdirSync(this.#folder, { recursive: true });
    if (lyingAt(file) !== 'file') rmSync(file, { recursive: true, force: true });
    writeFileSync(`${file}.next`, Buffer.concat(packed(files, basename(file))));
    renameSync(`${file}.next`, file);
    return files;
  }
}
