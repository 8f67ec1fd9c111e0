import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';

// A thread of its own: making pages is the longest stage, and every page waits for its folder and its file.
parentPort?.on('message', ({ file, page }: { file: string; page: Uint8Array }) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  parentPort?.postMessage('written');
});
