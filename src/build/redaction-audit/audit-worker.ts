import { parentPort, workerData } from 'node:worker_threads';
import { disclosuresInFiles, type SiteFile } from './file-audit.ts';
import type { WithheldWords } from './withheld-words.ts';

/** What a worker is given. */
export interface AuditWorkerData {
  files: SiteFile[];
  withheldWords: WithheldWords[];
}

// A thread of its own: when the site has been made, the other cores of the machine have nothing to do.
const { files, withheldWords } = workerData as AuditWorkerData;
parentPort?.postMessage(disclosuresInFiles(files, withheldWords));
