import { workerData } from 'node:worker_threads';

/** Ends the process when its item has taken too long: a thread of its own, since the one that reads cannot be interrupted. */

const { clock, seconds, silence } = workerData as {
  /** When the item began, in processor time; and when it was heard of last, in time since the process began. */
  clock: Int32Array;
  seconds: number;
  silence: number;
};
const OFTEN = 200;

setInterval(() => {
  const begun = Atomics.load(clock, 0);
  if (begun < 0) return;
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1000 - begun > seconds * 1000) process.kill(process.pid, 'SIGTERM');
  // It may wait for what never comes, and take no time of a processor.
  if (process.uptime() - Atomics.load(clock, 1) > silence) process.kill(process.pid, 'SIGINT');
}, OFTEN);
