import { hash } from 'node:crypto';
import { type SeenFile, seenFile, stateAt } from '../files/seen-file.ts';
import { keepText, keptText } from './kept-text.ts';

/** What is known of a file: its state on the disk, and the SHA-256 of its bytes. */
export interface KnownFile {
  state: string;
  sha256: string;
}

/** What is known of a file that was read. */
export const knownFile = ({ bytes, state }: SeenFile): KnownFile => ({
  state,
  sha256: hash('sha256', bytes),
});

/**
 * The digests of the files of an archive, kept from reading to reading. A file whose state on the disk is the same is not
 * read again.
 */
export class KnownFiles {
  readonly #file: string;
  #last: Map<string, KnownFile> | undefined;
  readonly #now = new Map<string, KnownFile>();

  /** @param file in which they are kept */
  constructor(file: string) {
    this.#file = file;
  }

  /** The SHA-256 of the bytes of a file; empty if it cannot be read. */
  sha256Of(path: string): string {
    this.#last ??= new Map(JSON.parse(keptText(this.#file) ?? '[]'));
    const last = this.#last.get(path);
    if (last && last.state === stateAt(path)) {
      this.#now.set(path, last);
      return last.sha256;
    }
    try {
      const seen = knownFile(seenFile(path));
      this.see(path, seen);
      return seen.sha256;
    } catch {
      return '';
    }
  }

  /** Takes down what is known of a file that was read. */
  see(path: string, seen: KnownFile): void {
    if (seen.state === '') this.#now.delete(path);
    else this.#now.set(path, seen);
  }

  /** Keeps what is known of all files that were asked for or seen. */
  keep(): void {
    const last = this.#last ?? new Map<string, KnownFile>();
    const isSame = ([path, { state }]: [string, KnownFile]) => last.get(path)?.state === state;
    if (last.size !== this.#now.size || ![...this.#now].every(isSame))
      keepText(this.#file, JSON.stringify([...this.#now]));
    this.#last = new Map(this.#now);
    this.#now.clear();
  }
}
