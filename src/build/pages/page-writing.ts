import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { endedEarly } from '../site-fault.ts';
import type { PageToWrite } from './page-writer.ts';

/** When this many pages wait to be written, no more are made. */
const MOST_WAITING = 256;
/** How many pages are sent to the thread together, since sending costs as much as writing a page. */
const TOGETHER = 16;

/** Writes pages while others are made. */
export class PageWriting {
  readonly #writer = new Worker(new URL('./page-writer.ts', import.meta.url));
  #waiting = 0;
  #pages: PageToWrite[] = [];
  readonly #digests = new Map<string, string>();
  #failure: unknown;
  /** Settles when the thread ends, so that nobody waits for it then. */
  readonly #ended: Promise<void>;

  constructor() {
    this.#writer.on('message', (written: [file: string, digest: string][]) => {
      this.#waiting -= written.length;
      for (const [file, digest] of written) this.#digests.set(file, digest);
    });
    this.#writer.on('error', (error) => {
      this.#failure = error;
    });
    this.#ended = once(this.#writer, 'exit').then(() => {
      this.#failure ??= endedEarly('pages');
    });
    this.#ended.catch(() => undefined);
  }

  /** Sends a page to be written, perhaps later with others. @throws why an earlier page could not be written */
  async write(file: string, page: ArrayBuffer): Promise<void> {
    this.#pages.push({ file, page: new Uint8Array(page) });
    if (this.#pages.length < TOGETHER) return;
    await this.#until(() => this.#waiting < MOST_WAITING);
    this.#handOver();
  }

  /** Waits until all pages are written. @returns the SHA-256 of each, by its file @throws why one could not be written */
  async end(): Promise<ReadonlyMap<string, string>> {
    this.#handOver();
    await this.#until(() => this.#waiting === 0);
    await this.#writer.terminate();
    return this.#digests;
  }

  #handOver(): void {
    const pages = this.#pages;
    this.#pages = [];
    this.#waiting += pages.length;
    this.#writer.postMessage(
      pages,
      pages.map(({ page }) => page.buffer as ArrayBuffer),
    );
  }

  async #until(isReady: () => boolean): Promise<void> {
    while (!this.#failure && !isReady())
      await Promise.race([once(this.#writer, 'message'), this.#ended]);
    if (this.#failure) throw this.#failure;
  }
}
