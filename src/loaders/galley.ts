import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Kind } from '../archive/authority.ts';
import type { Mentioned } from '../archive/sentence.ts';
import type { ArticleData } from '../data/article-data.ts';
import { cacheFolder } from './cache.ts';
import type { ArticleEntry } from './entry.ts';
import type { RecordFile } from './record.ts';

/** An article as it was read: what its collection holds, and the text that is fetched when a page is made. */
export interface SetArticle {
  id: string;
  /** Of everything that the reading depended on: file, named records, code. */
  digest: string;
  entry: ArticleEntry;
  /** The article as data, the very content of its `index.json`. */
  data: string;
  /** Left out where the body uses JSX, and Astro renders it. */
  html: string | undefined;
  /** What it states, as its line of the ledger has it. */
  statements: string;
  /** What it says of each record that it mentions, by kind and id. */
  mentioned: Record<string, Mentioned>;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, digest TEXT NOT NULL, entry TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS text (id TEXT PRIMARY KEY, data TEXT NOT NULL, html TEXT, statements TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS mentioned (article TEXT, record TEXT, data TEXT NOT NULL, PRIMARY KEY (article, record)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, path TEXT, digest TEXT, data TEXT, PRIMARY KEY (kind, id));`;

/**
 * The set type of the archive: articles and records as they were last read, kept in a file so that what has not changed
 * is not read again, and so that no build holds all texts in memory. A galley is what a printer keeps before printing.
 */
export class Galley {
  readonly #database: DatabaseSync;
  readonly #data: StatementSync;
  readonly #html: StatementSync;
  readonly #statements: StatementSync;
  readonly #mentioned: StatementSync;

  /** Opens the galley in a folder, or begins one; a file that is none, left by a crash, is begun anew. */
  constructor(folder: string) {
    // Named by its tables: one that was laid out otherwise is begun anew.
    const name = `galley-${hash('sha256', TABLES).slice(0, 8)}.sqlite`;
    try {
      this.#database = opened(join(folder, name));
    } catch {
      clear(folder, () => true);
      this.#database = opened(join(folder, name));
    }
    clear(folder, (file) => !file.startsWith(name));
    this.#data = this.#database.prepare('SELECT data FROM text WHERE id = ?');
    this.#html = this.#database.prepare('SELECT html FROM text WHERE id = ?');
    this.#statements = this.#database.prepare('SELECT statements FROM text WHERE id = ?');
    this.#mentioned = this.#database.prepare(
      'SELECT data FROM mentioned WHERE article = ? AND record = ?',
    );
  }

  /** The digest of each article, and what its collection holds. */
  *articles(): Generator<Pick<SetArticle, 'id' | 'digest' | 'entry'>> {
    const rows = this.#database.prepare('SELECT id, digest, entry FROM article ORDER BY id');
    for (const { id, digest, entry } of rows.iterate())
      yield { id: `${id}`, digest: `${digest}`, entry: JSON.parse(`${entry}`) };
  }

  /** The text of an article as data, unparsed. @throws where there is none of this id */
  dataOf(id: string): string {
    const row = this.#data.get(id);
    if (!row) throw new Error(`The galley has no text of ${id}.`);
    return `${row['data']}`;
  }

  /** The text of an article, its names and figures. @throws where there is none of this id */
  articleData(id: string): ArticleData {
    return JSON.parse(this.dataOf(id));
  }

  /** The text of an article, its names and figures; nothing where there is none of this id. */
  findData(id: string): ArticleData | undefined {
    return this.#data.get(id) && this.articleData(id);
  }

  /** The finished HTML of an article's body; nothing where Astro renders it. */
  htmlOf(id: string): string | undefined {
    const html = this.#html.get(id)?.['html'];
    return typeof html === 'string' ? html : undefined;
  }

  /** What an article states, as its line of the ledger has it. @throws where there is none of this id */
  statementsOf(id: string): string {
    const row = this.#statements.get(id);
    if (!row) throw new Error(`The galley has no text of ${id}.`);
    return `${row['statements']}`;
  }

  /** What an article says of a record, given by kind and id; it may be about it without a mention. */
  mentionedIn(article: string, record: string): Mentioned {
    const row = this.#mentioned.get(article, record);
    return row ? JSON.parse(`${row['data']}`) : { contexts: [], rest: 0 };
  }

  /** The records. */
  records(): RecordFile[] {
    const rows = this.#database.prepare('SELECT * FROM record ORDER BY kind, id').all();
    return rows.map(({ kind, id, path, digest, data }) => ({
      kind: kind as Kind,
      id: `${id}`,
      path: `${path}`,
      digest: `${digest}`,
      data: JSON.parse(`${data}`),
    }));
  }

  /** Puts articles in, whole or not at all. */
  putArticles(articles: Iterable<SetArticle>): void {
    const article = this.#database.prepare('INSERT OR REPLACE INTO article VALUES (?, ?, ?)');
    const text = this.#database.prepare('INSERT OR REPLACE INTO text VALUES (?, ?, ?, ?)');
    const forget = this.#database.prepare('DELETE FROM mentioned WHERE article = ?');
    const mention = this.#database.prepare('INSERT INTO mentioned VALUES (?, ?, ?)');
    this.#together(() => {
      for (const { id, digest, entry, data, html, statements, mentioned } of articles) {
        article.run(id, digest, JSON.stringify(entry));
        text.run(id, data, html ?? null, statements);
        forget.run(id);
        for (const [record, said] of Object.entries(mentioned))
          mention.run(id, record, JSON.stringify(said));
      }
    });
  }

  /** Takes out the articles of these ids. */
  dropArticles(ids: Iterable<string>): void {
    this.#together(() => {
      const drops = ['article WHERE id', 'text WHERE id', 'mentioned WHERE article'].map((rows) =>
        this.#database.prepare(`DELETE FROM ${rows} = ?`),
      );
      for (const id of ids) for (const drop of drops) drop.run(id);
    });
  }

  /** Has these records and no others. */
  keepRecords(records: Iterable<RecordFile>): void {
    const put = this.#database.prepare('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)');
    this.#together(() => {
      this.#database.exec('DELETE FROM record');
      for (const { kind, id, path, digest, data } of records)
        put.run(kind, id, path, digest, JSON.stringify(data));
    });
  }

  close(): void {
    this.#database.close();
  }

  #together(change: () => void): void {
    this.#database.exec('BEGIN');
    try {
      change();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  // What a crash of the machine loses here is read again: the disk need not be waited for.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${TABLES}`);
  return database;
}

function clear(folder: string, isLeft: (file: string) => boolean): void {
  for (const file of readdirSync(folder))
    if (file.startsWith('galley') && isLeft(file)) rmSync(join(folder, file), { force: true });
}

let shared: Galley | undefined;

/** The galley of the archive that is being built or shown, opened once. */
export function archiveGalley(): Galley {
  shared ??= new Galley(cacheFolder());
  return shared;
}
