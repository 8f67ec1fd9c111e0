import { hash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A folder belongs to one command at a time. Who holds it is known by a lock of the operating system, which lets go of it
 * itself when the process ends, whatever ends it: nobody has to guess whether a process of some number is still the one
 * that wrote the number down. The locks lie in a folder of the user's own, outside of every archive, so that content that
 * is read-only can be held too, and none is ever published, bagged or committed.
 */

/** Who holds a folder. */
export interface Holder {
  /** What was typed: “npm run build”. */
  command: string;
  process: number;
  /** When it began, in ISO 8601. */
  since: string;
}

/** A folder that is held, until `release` or the end of the process. */
export interface Lock {
  release: () => void;
}

/** Thrown where a folder cannot be held; the message says why, and what to do. */
export class LockFault extends Error {
  override name = 'LockFault';
}

const BUSY = 5;

/** The file that stands for a folder: the same one by whichever way the folder is reached, and before it is there. */
export function lockFile(folder: string): string {
  const locks = join(tmpdir(), `cuttings-locks-${userInfo().uid}`);
  try {
    mkdirSync(locks, { recursive: true, mode: 0o700 });
    const { uid } = lstatSync(locks);
    if (process.getuid && uid !== process.getuid()) throw new Error('it is somebody else’s');
  } catch (error) {
    throw new LockFault(
      `No lock can be made in ${locks}: ${(error as Error).message}. Name another folder for such files with TMPDIR.`,
    );
  }
  return join(locks, `${hash('sha256', trueName(folder)).slice(0, 24)}.sqlite`);
}

/** The path of a folder without links. */
export function trueName(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(trueName(parent), basename(path));
  }
}

/** Takes a lock, or says who has it; nothing where that is not known yet, since it is being taken at this moment. */
export function tryLock(file: string, holder: Holder): Lock | Holder | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY, said TEXT NOT NULL)');
    const said = JSON.stringify(holder);
    const saying = database.prepare('SELECT said FROM holder');
    database.exec('BEGIN IMMEDIATE');
    if (saying.get()?.['said'] !== said) {
      // Others must be able to read it, so it is written before the lock is taken for good; whoever comes in between has it.
      database.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?)').run(said);
      database.exec('COMMIT; BEGIN IMMEDIATE');
      if (saying.get()?.['said'] !== said) throw Object.assign(new Error(), { errcode: BUSY });
    }
    return { release: () => database.close() };
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    const isBusy = errcode !== undefined && (errcode & 0xff) === BUSY;
    const known = isBusy ? holderIn(database) : undefined;
    database.close();
    if (isBusy) return known;
    throw new LockFault(
      `The lock ${file} cannot be taken: ${(error as Error).message}. Remove the file where no command runs.`,
    );
  }
}

function holderIn(database: DatabaseSync): Holder | undefined {
  try {
    return JSON.parse(`${database.prepare('SELECT said FROM holder').get()?.['said']}`);
  } catch {
    return undefined;
  }
}

/** True where some command has a folder at this moment, this one too. */
export function isHeld(folder: string): boolean {
  const asked = { command: '', process: process.pid, since: '' };
  const taken = tryLock(lockFile(folder), asked);
  if (!taken || !('release' in taken)) return true;
  taken.release();
  return false;
}

/** How long another command is waited for, in milliseconds; one that asks somebody may take any time. */
const PATIENCE = 10 * 60_000;
const INTERVAL = 100;

const described = (folder: string, holder: Holder | undefined) => {
  if (!holder) return `${folder} is in use by another command`;
  const { command, process, since } = holder;
  return `${folder} is in use by ${command} (process ${process}, since ${new Date(since).toLocaleString('sv')})`;
};

async function waitFor(folder: string, holder: Holder, patience: number): Promise<Lock> {
  const file = lockFile(folder);
  const end = performance.now() + patience;
  let told = '';
  for (;;) {
    const taken = tryLock(file, holder);
    if (taken && 'release' in taken) return taken;
    const saying = described(folder, taken);
    if (performance.now() > end)
      throw new LockFault(
        `${saying}. Let it end, or stop it, and run ${holder.command} again. Nothing was done.`,
      );
    // Who has just begun to take it will have said so by the next time.
    if (taken && saying !== told)
      console.error(`${saying}. Waiting until it ends; Ctrl-C stops this.`);
    told = saying;
    await wait(INTERVAL);
  }
}

/**
 * Does something while no other command has any of these folders; waits for one that has, and says so.
 *
 * @param command what was typed, for whoever waits
 * @throws LockFault where another command does not end
 */
export async function holding<T>(
  folders: readonly string[],
  command: string,
  act: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  const holder = { command, process: process.pid, since: new Date().toISOString() };
  const locks: Lock[] = [];
  try {
    // Always in one order: two commands that each had a folder of the other would wait for ever.
    for (const folder of [...new Set(folders.map(trueName))].toSorted())
      locks.push(await waitFor(folder, holder, patience));
    return await act();
  } finally {
    for (const lock of locks) lock.release();
  }
}
