import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AuditWorkerData } from './audit-worker.ts';
import type { Occurrences } from './common.ts';
import { disclosuresInFiles, type FileFindings, type SiteFile } from './file-audit.ts';
import type { WithheldWords } from './withheld-words.ts';

/** The least number of files for each thread: starting one takes as long as looking through some 9,000 files. */
const FILES_A_THREAD = 20_000;

/**
 * Looks through files, in several threads where there are many.
 *
 * @param progress is called with about how many files have been looked through
 */
export async function lookThrough(
  files: readonly SiteFile[],
  withheldWords: readonly WithheldWords[],
  progress: (done: number) => void,
): Promise<FileFindings> {
  const count = Math.max(
    1,
    Math.min(availableParallelism(), Math.floor(files.length / FILES_A_THREAD)),
  );
  const share = (part: number) => files.filter((_, index) => index % count === part);
  const others = Array.from({ length: count - 1 }, (_, part) => {
    const workerData = { files: share(part + 1), withheldWords } as AuditWorkerData;
    const worker = new Worker(new URL('./audit-worker.ts', import.meta.url), { workerData });
    return once(worker, 'message') as Promise<[FileFindings]>;
  });
  let done = 0;
  const own = disclosuresInFiles(share(0), withheldWords, () => {
    done += count;
    progress(done);
  });
  const findings = [own, ...(await Promise.all(others)).flat()];
  const occurrences: Occurrences = new Map();
  for (const [word, pages] of findings.flatMap((finding) => [...finding.occurrences]))
    occurrences.set(word, pages.union(occurrences.get(word) ?? new Set()));
  return { disclosures: findings.flatMap(({ disclosures }) => disclosures), occurrences };
}
