import { parentPort, workerData } from 'node:worker_threads';
import { type PresentIds, type RecordFile, recordsOf } from './record.ts';
import { type FileToRead, storedArticles, type Terms } from './stored-article.ts';

/** The data that a reader thread gets when it starts. */
export interface ReaderData {
  all: RecordFile[];
  present: PresentIds;
  terms: Terms;
}

/** A batch that is to be read. `first` is the index in all files of its first one. */
export interface BatchToRead {
  first: number;
  files: readonly FileToRead[];
}

// Runs in a thread of its own: reading takes processor time, and a machine has several processors.
const { all, present, terms } = workerData as ReaderData;
const records = recordsOf(all, present, []);

parentPort?.on('message', async ({ first, files }: BatchToRead) => {
  parentPort?.postMessage({ ...(await storedArticles(files, records, terms)), first });
});
