import { parentPort, workerData } from 'node:worker_threads';
import { type PresentIds, type RecordFile, recordsOf } from './record.ts';
import { type FileToRead, storedArticles, type Terms } from './stored-article.ts';

/** What a reader is given when it starts. */
export interface ReaderData {
  all: RecordFile[];
  present: PresentIds;
  terms: Terms;
}

// A thread of its own: reading is work of the processor, and a machine has several.
const { all, present, terms } = workerData as ReaderData;
const records = recordsOf(all, present, []);

parentPort?.on('message', async (files: FileToRead[]) => {
  parentPort?.postMessage(await storedArticles(files, records, terms));
});
