import { parentPort, workerData } from 'node:worker_threads';
import type { BatchToRead } from './readers.ts';
import { type PresentIds, type RecordFile, recordsOf } from './record.ts';
import { storedArticles, type Terms } from './stored-article.ts';

/** The data that a reader thread gets when it starts. */
export interface ReaderData {
  all: RecordFile[];
  present: PresentIds;
  terms: Terms;
}

// Runs in a thread of its own: reading takes processor time, and a machine has several processors.
const { all, present, terms } = workerData as ReaderData;
const records = recordsOf(all, present, []);

parentPort?.on('message', async ({ first, files }: BatchToRead) => {
  parentPort?.postMessage({ ...(await storedArticles(files, records, terms)), first });
});
