import { parentPort, workerData } from 'node:worker_threads';
import { type SiteFile, survivorsInFiles } from './file-audit.ts';
import type { Concealed } from './withheld-words.ts';

/** What a looker is given. */
export interface LookerData {
  files: SiteFile[];
  concealed: Concealed[];
}

// A thread of its own: when the site has been made, the other cores of the machine have nothing to do.
const { files, concealed } = workerData as LookerData;
parentPort?.postMessage(survivorsInFiles(files, concealed));
