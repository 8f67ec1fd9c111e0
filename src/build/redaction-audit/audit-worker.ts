import { parentPort, workerData } from 'node:worker_threads';
import { disclosuresInFiles, type SiteFile } from './file-audit.ts';
import type { WithheldWords } from './withheld-words.ts';

/** The data of a worker thread. */
export interface AuditWorkerData {
  files: SiteFile[];
  withheldWords: WithheldWords[];
}

// Runs in a thread, since the other cores of the machine are idle once the site has been made.
const { files, withheldWords } = workerData as AuditWorkerData;
parentPort?.postMessage(disclosuresInFiles(files, withheldWords));
