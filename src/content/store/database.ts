import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SpoiltStore } from './spoilt.ts';

/** SQLite’s codes where another is at work in the file. */
const BUSY = [5, 6];
/** Its codes for what else is no damage: there is no leave to write, no room, or no way to open the file. */
const NO_DAMAGE = [...BUSY, 8, 13, 14];

/** Whether an error is SQLite’s, and its kind one of these, or none of them. */
function isOfSqlite(error: unknown, kinds: readonly number[], isAmong: boolean): boolean {
  const { code, errcode = 0 } = error as { code?: unknown; errcode?: number };
  // Of an extended code the first byte is the kind.
  return code === 'ERR_SQLITE_ERROR' && kinds.includes(errcode & 0xff) === isAmong;
}

/** Whether an error says that a store is not as it was written; a torn page has SQLite say all sorts of things. */
export const saysSpoilt = (error: unknown): boolean =>
  error instanceof SpoiltStore || isOfSqlite(error, NO_DAMAGE, false);

const layoutOf = (database: DatabaseSync) =>
  database
    .prepare('SELECT sql FROM sqlite_master ORDER BY name')
    .all()
    .map(({ sql }) => sql)
    .join('\n');

/** Opens a database of these tables, or begins one; a file that is none is begun anew. */
export function openDatabase(file: string, tables: string): DatabaseSync {
  try {
    return opened(file, tables);
  } catch (error) {
    if (isOfSqlite(error, BUSY, true)) throw error;
    removeDatabase(file);
    return opened(file, tables);
  }
}

/** Removes a database with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal'])
    rmSync(`${file}${end}`, { recursive: true, force: true });
}

function opened(file: string, tables: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // What a crash of the machine loses here is read again: the disk need not be waited for.
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${tables}`);
    const model = new DatabaseSync(':memory:');
    model.exec(tables);
    // Tables that are not as they were asked for would take other rows for the same.
    if (layoutOf(database) !== layoutOf(model)) throw new SpoiltStore();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
