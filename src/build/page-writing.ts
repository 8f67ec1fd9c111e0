import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Pages that may wait to be written before no more are made. */
const MOST_WAITING = 256;

/** Writes pages while others are made. */
export class PageWriting {
  readonly #writer = new Worker(new URL('./page-writer.ts', import.meta.url));
  #waiting = 0;
  #failure: unknown;

  constructor() {
    this.#writer.on('message', () => {
      this.#waiting -= 1;
    });
    this.#writer.on('error', (error) => {
      this.#failure = error;
    });
  }

  /** Writes a page, or soon will. @throws what kept an earlier one from being written */
  async write(file: string, page: ArrayBuffer): Promise<void> {
    await this.#until(() => this.#waiting < MOST_WAITING);
    this.#waiting += 1;
    this.#writer.postMessage({ file, page: new Uint8Array(page) }, [page]);
  }

  /** Waits until all pages are written. @throws what kept one from being written */
  async end(): Promise<void> {
    await this.#until(() => this.#waiting === 0);
    await this.#writer.terminate();
  }

  async #until(isReady: () => boolean): Promise<void> {
    while (!this.#failure && !isReady()) await once(this.#writer, 'message');
    if (this.#failure) throw this.#failure;
  }
}
