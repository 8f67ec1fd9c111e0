import { parentPort, workerData } from 'node:worker_threads';
import { FileSearch } from './file-search.ts';
import { searchGroups } from './group-search.ts';
import type { Group } from './rendition-group.ts';
import type { SoughtMedia } from './sought-media.ts';

/** The data of a worker thread. */
export interface SearchWorkerData {
  groups: Group[];
  sought: SoughtMedia;
  known: { clean: ReadonlySet<string>; same: ReadonlySet<string> };
}

// Runs in a thread, since the other cores of the machine are idle once the site has been made.
const { groups, sought, known } = workerData as SearchWorkerData;
parentPort?.postMessage(await searchGroups(groups, new FileSearch(sought), known));
