import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FileSearch } from './file-search.ts';
import { type Searched, searchGroups } from './group-search.ts';
import type { Group } from './rendition-group.ts';
import type { SearchWorkerData } from './search-worker.ts';
import type { SoughtMedia } from './sought-media.ts';

/** The least number of groups that are new for each thread: starting one takes as long as looking at some 20 pictures. */
const GROUPS_A_THREAD = 60;

/**
 * Searches groups of files, in several threads where many are new.
 *
 * @param progress is called with about how many files have been searched
 */
export async function searchAll(
  groups: readonly Group[],
  sought: SoughtMedia,
  known: SearchWorkerData['known'],
  progress: (done: number) => void,
): Promise<Searched> {
  const isNew = ({ first, others }: Group) =>
    [first, ...others].some(({ digest }) => !known.clean.has(digest));
  const due = groups.filter(isNew).length;
  const count = Math.max(1, Math.min(availableParallelism(), Math.floor(due / GROUPS_A_THREAD)));
  const share = (part: number) => groups.filter((_, index) => index % count === part);
  const others = Array.from({ length: count - 1 }, (_, part) => {
    const workerData: SearchWorkerData = { groups: share(part + 1), sought, known };
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData });
    return once(worker, 'message') as Promise<[Searched]>;
  });
  let done = 0;
  const own = await searchGroups(share(0), new FileSearch(sought), known, (more) => {
    done += more * count;
    progress(done);
  });
  const all = [own, ...(await Promise.all(others)).flat()];
  return {
    findings: all.flatMap(({ findings }) => findings),
    clean: all.flatMap(({ clean }) => clean),
    same: all.flatMap(({ same }) => same),
  };
}
