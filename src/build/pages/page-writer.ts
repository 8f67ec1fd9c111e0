import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';

/** A page, and the file that it goes to. */
export interface PageToWrite {
  file: string;
  page: Uint8Array;
}

// Runs in a thread, since making pages is the longest stage and should not wait for the disk.
parentPort?.on('message', (pages: PageToWrite[]) => {
  for (const { file, page } of pages) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  }
  const digests = pages.map(({ file, page }): [string, string] => [file, hash('sha256', page)]);
  parentPort?.postMessage(digests);
});
