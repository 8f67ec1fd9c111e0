import { closeSync, lstatSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Holder, type Lock, LockFault } from './holder.ts';
import { makeShared } from './lock-place.ts';

/** SQLite's error code where another connection holds the lock. */
const BUSY = 5;
/** SQLite's error codes where a file may not be written or opened. */
const CLOSED = new Set([3, 8, 14]);

const busy = () => Object.assign(new Error('busy'), { errcode: BUSY });

/** The inode number of the file at a path; undefined where there is none. @throws LockFault where it is no regular file */
function numberOf(file: string): bigint | undefined {
  const found = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  // Links and pipes are refused, since they may lead anywhere.
  if (found && !found.isFile())
    throw new LockFault(`The lock ${file} is no file. Move it elsewhere.`);
  return found?.ino;
}

function create(file: string): void {
  try {
    makeShared(file, dirname(file), (mode) => closeSync(openSync(file, 'wx', mode & 0o666)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Another command has just finished and removed the folder.
    if (code === 'ENOENT') throw busy();
    if (code !== 'EEXIST') throw new LockFault(`The lock ${file} cannot be made: ${message}.`);
  }
}

/**
 * Tries to take a lock, without waiting. The lock is a write transaction on a SQLite file, which ends with the process.
 * The file is removed when the lock is released.
 *
 * @returns the lock; or who holds it; or undefined where it is held and the holder cannot be read, or another process
 * was taking or releasing it at this moment
 * @throws LockFault where the file cannot be made, opened or written
 */
export function tryLock(file: string, holder: Holder): Lock | Holder | undefined {
  let database: DatabaseSync | undefined;
  let number: bigint | undefined;
  try {
    if (numberOf(file) === undefined) create(file);
    number = numberOf(file);
    if (number === undefined) return undefined;
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY, said TEXT NOT NULL)');
    const said = JSON.stringify(holder);
    const saying = database.prepare('SELECT said FROM holder');
    database.exec('BEGIN IMMEDIATE');
    if (saying.get()?.['said'] !== said) {
      // The holder is committed first so that others can read it. Another process may take the lock after the commit;
      // then it has it.
      database.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?)').run(said);
      database.exec('COMMIT; BEGIN IMMEDIATE');
      if (saying.get()?.['said'] !== said) throw busy();
    }
    // A lock on a file that has been removed meanwhile is worthless: others will lock the new file at this path.
    if (numberOf(file) !== number) throw busy();
    const taken = database;
    return { release: () => letGo(file, taken) };
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    const code = errcode === undefined ? undefined : errcode & 0xff;
    const isMoved = code !== undefined && numberOf(file) !== number;
    const known = database && code === BUSY && !isMoved ? holderIn(database) : undefined;
    database?.close();
    if (code === BUSY || isMoved) return known;
    if (error instanceof LockFault) throw error;
    if (code !== undefined && CLOSED.has(code))
      throw new LockFault(
        `The lock ${file} is of the user with the number ${lstatSync(file).uid}, and you may not write it. Let their command end; where none runs, remove the file, or ask them to.`,
      );
    throw new LockFault(
      `The lock ${file} cannot be taken: ${(error as Error).message}. Remove the file where no command runs.`,
    );
  }
}

function letGo(file: string, database: DatabaseSync): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // An open file, or another user's, may not be removable. Then it stays, and the next command uses it.
  }
  database.close();
}

function holderIn(database: DatabaseSync): Holder | undefined {
  try {
    const { command, process, host, since } = JSON.parse(
      `${database.prepare('SELECT said FROM holder').get()?.['said']}`,
    );
    return { command: `${command}`, process: Number(process), host: `${host}`, since: `${since}` };
  } catch {
    return undefined;
  }
}
