import { rmSync, statSync } from 'node:fs';
import { digestOf } from '../files/file-digest.ts';
import { lyingAt } from '../files/regular-file.ts';
import { keepText, keptText } from './kept-text.ts';

/**
 * The digest of the file of a store as it was when all that it holds had been read and found right. While the file is byte
 * for byte the same, nobody need read all of it again.
 */
export class StoreProof {
  readonly #store: string;
  readonly #file: string;

  /** @param store its file */
  constructor(store: string) {
    this.#store = store;
    this.#file = `${store}.proof.txt`;
  }

  /** Whether there is no store yet. */
  isOfNothing(): boolean {
    return lyingAt(this.#store) === undefined && this.#isWhole();
  }

  /** Whether the store is as it was proved. */
  fits(): boolean {
    return this.#isWhole() && keptText(this.#file) === digestOf(this.#store);
  }

  /** Keeps the digest of the store as it is now. */
  keep(): void {
    try {
      if (this.#isWhole()) keepText(this.#file, digestOf(this.#store));
    } catch {
      // The disk is full, or the folder is gone: the next reading proves all that it finds.
    }
  }

  /** Makes the next reading prove all that the store holds. */
  remove(): void {
    rmSync(this.#file, { recursive: true, force: true });
  }

  /** Whether all that was written is in the file itself, and nothing in the log beside it. */
  #isWhole(): boolean {
    return !statSync(`${this.#store}-wal`, { throwIfNoEntry: false })?.size;
  }
}
