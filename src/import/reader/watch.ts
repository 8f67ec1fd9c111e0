import { workerData } from 'node:worker_threads';

/** Ends the process when its item has taken too long: a thread of its own, since the one that reads cannot be interrupted. */

const { clock, seconds } = workerData as { clock: Int32Array; seconds: number };
const OFTEN = 200;

setInterval(() => {
  const begun = Atomics.load(clock, 0);
  const { user, system } = process.cpuUsage();
  if (begun >= 0 && (user + system) / 1000 - begun > seconds * 1000)
    process.kill(process.pid, 'SIGTERM');
}, OFTEN);
