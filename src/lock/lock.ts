import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { shownWords } from '../domain/problem.ts';
import { type Holder, holderHere, type Lock, LockFault } from './holder.ts';
import { tryLock } from './lock-file.ts';
import { clearPlace, isArchive, lockFile, makePlace, trueName } from './lock-place.ts';

/**
 * Only one command at a time may use a folder. The operating system releases the lock when the process ends, for whatever
 * reason, so nobody has to guess from a process number whether the holder is still running.
 */

function take(folder: string, holder: Holder): Lock | Holder | undefined {
  const file = lockFile(folder);
  makePlace(file);
  const taken = tryLock(file, holder);
  if (!isLock(taken)) return taken;
  return {
    release: () => {
      taken.release();
      clearPlace(file);
    },
  };
}

const isLock = (taken: Lock | Holder | undefined): taken is Lock =>
  taken !== undefined && 'release' in taken;

/** True where a command, perhaps this one, holds the lock on a folder. @throws LockFault where that cannot be told */
export function isHeld(folder: string): boolean {
  const taken = take(folder, holderHere(''));
  if (!isLock(taken)) return true;
  taken.release();
  return false;
}

/** How long to wait for another command, and how often to try, in milliseconds. */
const PATIENCE = 10 * 60_000;
const INTERVAL = 100;

const described = (folder: string, holder: Holder | undefined) => {
  if (!holder) return `${folder} is in use by another command`;
  const { command, process, host, since } = holder;
  const where = host === hostname() ? '' : ` on ${shownWords(host)}`;
  return `${folder} is in use by ${shownWords(command)} (process ${process}${where}, since ${new Date(since).toLocaleString('sv')})`;
};

async function waitFor(folder: string, holder: Holder, patience: number): Promise<Lock> {
  const end = performance.now() + patience;
  let told = '';
  for (;;) {
    const taken = take(folder, holder);
    if (isLock(taken)) return taken;
    const saying = described(folder, taken);
    if (performance.now() > end)
      throw new LockFault(
        `${saying}. Let it end, or stop it, and run ${holder.command} again. Nothing was done.`,
      );
    // Nothing is printed while the holder is unknown: a process that has just taken the lock will be known next time.
    if (taken && saying !== told)
      console.error(`${saying}. Waiting until it ends; Ctrl-C stops this.`);
    told = saying;
    await wait(INTERVAL);
  }
}

// Locks are always taken in the same order, or two commands could wait for each other for ever. The archive comes first,
// since paths may sort differently in another container.
const inOrder = (a: string, b: string) =>
  Number(isArchive(b)) - Number(isArchive(a)) || (a < b ? -1 : 1);

/**
 * Runs a function while this process holds the locks on these folders. Where another command holds one, it waits, and
 * says so on standard error.
 *
 * @param command as it was typed, shown to whoever waits
 * @param patience the longest wait for each folder, in milliseconds
 * @throws LockFault where a lock cannot be taken, or another command does not end in time
 */
export async function withLock<T>(
  folders: readonly string[],
  command: string,
  act: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  const holder = holderHere(command);
  const locks: Lock[] = [];
  try {
    for (const folder of [...new Set(folders.map(trueName))].toSorted(inOrder))
      locks.push(await waitFor(folder, holder, patience));
    return await act();
  } finally {
    for (const lock of locks) lock.release();
  }
}
