import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SpoiltStore } from './spoilt.ts';

/** SQLite’s error codes if something else is using the file. */
const BUSY = [5, 6];
/** SQLite’s codes that mean no damage: those above, no permission to write, no space, or the file cannot be opened. */
const NO_DAMAGE = [...BUSY, 8, 13, 14];

/** True if an error is SQLite’s and its kind is among `kinds` (`isAmong` true) or not among them (false). */
function isOfSqlite(error: unknown, kinds: readonly number[], isAmong: boolean): boolean {
  const { code, errcode = 0 } = error as { code?: unknown; errcode?: number };
  // In an extended code the lowest byte is the kind.
  return code === 'ERR_SQLITE_ERROR' && kinds.includes(errcode & 0xff) === isAmong;
}

/** True if an error means that a store was damaged. A torn page can cause almost any error of SQLite. */
export const saysSpoilt = (error: unknown): boolean =>
  error instanceof SpoiltStore || isOfSqlite(error, NO_DAMAGE, false);

/** In bytes. A text of an article fits into a page of this size, and few bytes of the file are left empty. */
export const PAGE = 16_384;

/** The tables of articles. Each row ends with its digest. */
export const ARTICLE_TABLES = `
  CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, digest TEXT, entry TEXT, mark TEXT);
  CREATE TABLE IF NOT EXISTS piece (article TEXT, name TEXT, digest TEXT, text TEXT, mark TEXT, PRIMARY KEY (article, name));`;

const layoutOf = (database: DatabaseSync) =>
  database
    .prepare('SELECT sql FROM sqlite_master ORDER BY name')
    .all()
    .map(({ sql }) => sql)
    .join('\n');

/** Refuses a database with other tables than these, which could misread rows, and with anything else that runs. @throws SpoiltStore */
export function refuseOtherTables(database: DatabaseSync, tables: string): void {
  const model = new DatabaseSync(':memory:');
  model.exec(tables);
  if (layoutOf(database) !== layoutOf(model)) throw new SpoiltStore();
}

/** Opens a database with these tables, or makes one. A file that is not such a database is replaced. */
export function openDatabase(file: string, tables: string): DatabaseSync {
  try {
    return opened(file, tables);
  } catch (error) {
    if (isOfSqlite(error, BUSY, true)) throw error;
    removeDatabase(file);
    return opened(file, tables);
  }
}

/** Removes a database and the files that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal'])
    rmSync(`${file}${end}`, { recursive: true, force: true });
}

function opened(file: string, tables: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // No need to wait for the disk: what is lost if the machine crashes is read again.
    database.exec(
      `PRAGMA page_size = ${PAGE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA mmap_size = 4294967296; ${tables}`,
    );
    refuseOtherTables(database, tables);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
