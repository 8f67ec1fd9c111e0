import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { BatchToRead, ReaderData } from './reader.ts';
import type { PresentIds, Records } from './record.ts';
import { type FileToRead, storedArticles, type Terms } from './stored-article.ts';

type ReadBatch = Awaited<ReturnType<typeof storedArticles>> & { first: number };

const IN_BATCH = 64;
// The least number of files for each thread. With fewer, a thread costs more than it gains, since each compiles the code.
const FILES_A_THREAD = 400;

/** How many batches a thread has before it, so that it need not wait until this one gives it another. */
const AHEAD = 2;

/**
 * Reads articles in batches. If there are many, other threads read at the same time as this one. Gives each batch as soon
 * as it is read, with `first`: the index in `files` of its first file.
 */
export async function* readInBatches(
  files: readonly FileToRead[],
  records: Records,
  terms: Terms,
): AsyncGenerator<ReadBatch> {
  const batches = Array.from({ length: Math.ceil(files.length / IN_BATCH) }, (_, index) => ({
    first: index * IN_BATCH,
    files: files.slice(index * IN_BATCH, (index + 1) * IN_BATCH),
  }));
  const count = Math.min(availableParallelism(), Math.floor(files.length / FILES_A_THREAD));
  const readers = new OtherReaders(batches, Math.max(0, count - 1), records, terms);
  try {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      yield { ...(await storedArticles(batch.files, records, terms)), first: batch.first };
      // What other threads have read arrives only while this one does nothing.
      await setImmediate();
      yield* readers.take();
    }
    while (readers.areReading()) {
      await readers.wait();
      yield* readers.take();
    }
  } finally {
    await readers.end();
  }
}

/** Threads that take batches from a list and read them. */
class OtherReaders {
  readonly #batches: BatchToRead[];
  readonly #readers: Worker[];
  #read: ReadBatch[] = [];
  #awaited = 0;
  #failed: unknown;
  #wake = () => {};

  constructor(batches: BatchToRead[], count: number, records: Records, terms: Terms) {
    this.#batches = batches;
    const present: PresentIds = {
      people: records.ids('people'),
      places: records.ids('places'),
      organisations: records.ids('organisations'),
    };
    const data: ReaderData = { all: records.all, present, terms };
    this.#readers = Array.from({ length: count }, () => this.#begun(data));
  }

  #begun(workerData: ReaderData): Worker {
    const reader = new Worker(new URL('./reader.ts', import.meta.url), { workerData });
    reader.on('message', (read: ReadBatch) => {
      this.#read.push(read);
      this.#awaited -= 1;
      this.#give(reader);
      this.#wake();
    });
    reader.on('error', (error) => {
      this.#failed = error;
      this.#wake();
    });
    for (let given = 0; given < AHEAD; given++) this.#give(reader);
    return reader;
  }

  #give(reader: Worker): void {
    const batch = this.#batches.shift();
    if (!batch) return;
    this.#awaited += 1;
    reader.postMessage(batch);
  }

  /** Whether batches are still to come. */
  areReading(): boolean {
    return this.#awaited > 0 || this.#read.length > 0;
  }

  /** Waits until a batch has been read that was not taken yet. */
  async wait(): Promise<void> {
    if (this.#read.length > 0 || this.#failed) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Takes the batches that have been read. @throws what a thread threw */
  take(): ReadBatch[] {
    if (this.#failed) throw this.#failed;
    return this.#read.splice(0);
  }

  async end(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.terminate()));
  }
}
