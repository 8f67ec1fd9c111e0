/** How many pages a thread takes together. So many are made in an instant, and most of them are of one kind. */
const TOGETHER = 16;

/** What is counted in the memory that the threads share. */
const [TAKEN, DONE, SIZE] = [0, 1, 2];

/**
 * Shares a list of pages out among threads. Each of them has the same list, and takes the next pages of it that nobody
 * has taken yet, so that none waits for another.
 */
export class PageQueue {
  /** The memory that the threads share. */
  readonly memory: SharedArrayBuffer;
  readonly #counts: Int32Array;

  /** @param memory of the queue of another thread, to take from that one */
  constructor(memory = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#counts = new Int32Array(memory);
  }

  /** The items of a list that this thread takes: each goes to one thread alone. */
  *taken<T>(list: readonly T[]): Generator<T> {
    Atomics.store(this.#counts, SIZE, list.length);
    for (;;) {
      const from = Atomics.add(this.#counts, TAKEN, TOGETHER);
      if (from >= list.length) return;
      for (const item of list.slice(from, from + TOGETHER)) {
        yield item;
        Atomics.add(this.#counts, DONE, 1);
      }
    }
  }

  /** How many items are done, by all threads. */
  get done(): number {
    return Atomics.load(this.#counts, DONE);
  }

  /** How many items there are; 0 as long as no thread has the list. */
  get size(): number {
    return Atomics.load(this.#counts, SIZE);
  }
}
