import type { SentFile, Store } from '../../src/publication/store.ts';

/** Thrown where a publication is killed. */
export class Killed extends Error {}

/**
 * A store in memory that knows of each file what its digest is. Within one call the order is drawn, as several are under
 * way at once; after each change `watched` is called, and after `left` changes the publication is killed.
 */
export class MemoryStore implements Store {
  readonly files = new Map<string, string>();
  /** The small files that are read, by path or by digest. */
  readonly contents = new Map<string, Buffer>();
  left = Number.POSITIVE_INFINITY;
  watched: (path: string) => void = () => {};
  readonly #draw: () => number;

  /** @param draw gives numbers from 0 to 1 */
  constructor(draw: () => number = Math.random) {
    this.#draw = draw;
  }

  #change(path: string, act: () => void): void {
    if (this.left <= 0) throw new Killed();
    this.left -= 1;
    act();
    this.watched(path);
  }

  async read(paths: readonly string[]) {
    return new Map(
      paths.flatMap((path) => {
        const content = this.contents.get(path) ?? this.contents.get(this.files.get(path) ?? '');
        return content ? [[path, content] as const] : [];
      }),
    );
  }

  async write(path: string, content: Buffer) {
    this.#change(path, () => this.contents.set(path, content));
  }

  async send(_folder: string, files: readonly SentFile[]) {
    for (const { path, digest, isPerhapsThere } of this.#shuffled(files))
      if (!isPerhapsThere || this.files.get(path) !== digest)
        this.#change(path, () => this.files.set(path, digest));
  }

  async remove(paths: readonly string[]) {
    for (const path of this.#shuffled(paths))
      this.#change(path, () => {
        this.files.delete(path);
        this.contents.delete(path);
      });
  }

  #shuffled<T>(all: readonly T[]): T[] {
    return all
      .map((one) => [this.#draw(), one] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, one]) => one);
  }
}
