import { type KnownFile, knownAt } from '../files/known-file.ts';
import { stateAt } from '../files/seen-file.ts';
import { keepText, keptText } from './kept-text.ts';

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
    const seen = knownAt(path);
    if (seen) this.see(path, seen);
    return seen?.sha256 ?? '';
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
