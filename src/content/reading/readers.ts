import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReaderData } from './reader.ts';
import type { PresentIds, Records } from './record.ts';
import { type FileToRead, storedArticles, type Terms } from './stored-article.ts';

type Batch = Awaited<ReturnType<typeof storedArticles>>;

const IN_BATCH = 64;
// The least number of files for each thread. With fewer, a thread costs more than it gains, since each compiles the code.
const FILES_A_THREAD = 400;

/**
 * Reads articles in batches. If there are many, several threads read at the same time. Gives each batch as soon as it
 * is read, with `first`: the index in `files` of its first file.
 */
export async function* readInBatches(
  files: readonly FileToRead[],
  records: Records,
  terms: Terms,
): AsyncGenerator<Batch & { first: number }> {
  const batches = Array.from({ length: Math.ceil(files.length / IN_BATCH) }, (_, index) => index);
  const filesOf = (batch: number) => files.slice(batch * IN_BATCH, (batch + 1) * IN_BATCH);
  const count = Math.min(availableParallelism(), Math.floor(files.length / FILES_A_THREAD));
  if (count < 2) {
    for (const batch of batches)
      yield { ...(await storedArticles(filesOf(batch), records, terms)), first: batch * IN_BATCH };
    return;
  }
  const present: PresentIds = {
    people: records.ids('people'),
    places: records.ids('places'),
    organisations: records.ids('organisations'),
  };
  const data: ReaderData = { all: records.all, present, terms };
  const readers = Array.from(
    { length: count },
    () => new Worker(new URL('./reader.ts', import.meta.url), { workerData: data }),
  );
  const next = async (reader: Worker) => {
    const batch = batches.shift();
    if (batch === undefined) return { reader, read: undefined };
    reader.postMessage(filesOf(batch));
    const [read] = (await once(reader, 'message')) as [Batch];
    return { reader, read: { ...read, first: batch * IN_BATCH } };
  };
  try {
    const reading = new Map(readers.map((reader) => [reader, next(reader)]));
    while (reading.size > 0) {
      const { reader, read } = await Promise.race(reading.values());
      if (read) reading.set(reader, next(reader));
      else reading.delete(reader);
      if (read) yield read;
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.terminate()));
  }
}
