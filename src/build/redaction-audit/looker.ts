import { parentPort, workerData } from 'node:worker_threads';
import type { Concealed } from './concealment.ts';
import { type SiteFile, survivorsInFiles } from './looking.ts';

/** What a looker is given. */
export interface LookerData {
  files: SiteFile[];
  concealed: Concealed[];
}

// A thread of its own: when the site has been made, the other cores of the machine have nothing to do.
const { files, concealed } = workerData as LookerData;
parentPort?.postMessage(survivorsInFiles(files, concealed));
