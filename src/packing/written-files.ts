import { createHash } from 'node:crypto';
import { constants, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** How much of a digest names a file: 96 bits. */
export const NAME = 24;

/** The files of a packed site as they are written, with the digest of each. */
export class WrittenFiles {
  readonly digests = new Map<string, string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a file. */
  write(path: string, content: string | Uint8Array): void {
    writeFileSync(this.#ready(path), content);
    this.digests.set(path, sha256(content));
  }

  #ready(path: string): string {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  }

  /** Copies a file. @param digest its SHA-256, which is known */
  copy(path: string, from: string, digest: string): void {
    cpSync(from, this.#ready(path), { mode: constants.COPYFILE_FICLONE });
    this.digests.set(path, digest);
  }

  /** Writes a file that is named by its content. @returns its path */
  writeNamed(folder: string, ending: string, content: string | Uint8Array): string {
    const path = `${folder}${sha256(content).slice(0, NAME)}${ending}`;
    this.write(path, content);
    return path;
  }
}
