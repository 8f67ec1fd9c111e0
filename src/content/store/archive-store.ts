import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleData } from '../../domain/article/article-data.ts';
import type { Kind } from '../../domain/authorities/authority.ts';
import type { Mentioned } from '../../domain/language/sentence.ts';
import { handedOver } from '../../handover.ts';
import type { BodyPart } from '../markdown/body/parts.ts';
import type { RecordFile } from '../reading/record.ts';
import type { ArticleEntry } from './article-entry.ts';
import { openDatabase, removeDatabase } from './database.ts';
import { rowDigest, SpoiltStore } from './spoilt.ts';

/** An article as it was read: what its collection holds, and the text that is fetched when a page is made. */
export interface StoredArticle {
  id: string;
  /** Of everything that the reading depended on: file, named records, code. */
  digest: string;
  entry: ArticleEntry;
  /** The article as data, the very content of its `index.json`. */
  data: string;
  /** Left out where components stand in the body. */
  html: string | undefined;
  /** What is shown in place of it where they do. */
  parts: BodyPart[] | undefined;
  /** What it states, as its line of the ledger has it. */
  statements: string;
  /** What it says of each record that it mentions, by kind and id. */
  mentioned: ReadonlyMap<string, Mentioned>;
}

/** Each row ends with its digest. A piece is a text of an article: its data, its body, what it states, what it says of a record. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS article (id TEXT PRIMARY KEY, digest TEXT, entry TEXT, mark TEXT);
  CREATE TABLE IF NOT EXISTS piece (article TEXT, name TEXT, digest TEXT, text TEXT, mark TEXT, PRIMARY KEY (article, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, path TEXT, digest TEXT, data TEXT, mark TEXT, PRIMARY KEY (kind, id));`;

const DATA = 'data';
const BODY = 'body';
const STATEMENTS = 'statements';

/** What the store is to hold of an article. */
type Held = Pick<StoredArticle, 'digest' | 'entry'>;

/**
 * Articles and records as they were last read, kept in a file: what has not changed is not read again, and no build holds
 * all texts in memory. All that it gives is as it was put in: a row that is not throws a `SpoiltStore`, and SQLite may
 * throw too.
 */
export class ArchiveStore {
  readonly #file: string;
  #database: DatabaseSync;
  #piece: StatementSync;

  /** Opens the store in a folder, or begins one; a file that is none, left by a crash, is begun anew. */
  constructor(folder: string) {
    // Named by its tables: one that was laid out otherwise is begun anew.
    const name = `archive-store-${hash('sha256', TABLES).slice(0, 8)}.sqlite`;
    this.#file = join(folder, name);
    // Its name was another once.
    for (const other of readdirSync(folder))
      if (/^(?:archive-store|galley)/.test(other) && !other.startsWith(name))
        rmSync(join(folder, other), { recursive: true, force: true });
    this.#database = openDatabase(this.#file, TABLES);
    this.#piece = this.#pieces();
  }

  /** Throws away all that it holds, or should hold. */
  beginAnew(): void {
    this.#database.close();
    removeDatabase(this.#file);
    this.#database = openDatabase(this.#file, TABLES);
    this.#piece = this.#pieces();
  }

  /** The digest of each article, and what its collection holds, in the order of the ids. */
  *articles(): Generator<Pick<StoredArticle, 'id' | 'digest' | 'entry'>> {
    const rows = this.#database.prepare('SELECT id, digest, entry, mark FROM article ORDER BY id');
    for (const row of rows.iterate()) {
      const [id, digest, entry] = columns(row, 'id', 'digest', 'entry');
      yield { id, digest, entry: JSON.parse(entry) };
    }
  }

  /** The text of an article as data, unparsed. @throws SpoiltStore where there is none of this id */
  dataOf(id: string): string {
    const data = this.#textOf(id, DATA);
    if (data === undefined) throw new SpoiltStore();
    return data;
  }

  /** The text of an article, its names and figures. @throws where there is none of this id */
  articleData(id: string): ArticleData {
    return JSON.parse(this.dataOf(id));
  }

  /** The text of an article, its names and figures; nothing where there is none of this id. */
  findData(id: string): ArticleData | undefined {
    const data = this.#textOf(id, DATA);
    return data === undefined ? undefined : JSON.parse(data);
  }

  /**
   * An article's body as it is shown: finished HTML, and the components that stand in it.
   *
   * @throws SpoiltStore where there is none of this id
   */
  bodyOf(id: string): BodyPart[] {
    const body = this.#textOf(id, BODY);
    if (body === undefined) throw new SpoiltStore();
    return JSON.parse(body);
  }

  /** What an article states, as its line of the ledger has it. @throws SpoiltStore where there is none of this id */
  statementsOf(id: string): string {
    const statements = this.#textOf(id, STATEMENTS);
    if (statements === undefined) throw new SpoiltStore();
    return statements;
  }

  /** What an article says of a record, given by kind and id; it may be about it without a mention. */
  mentionedIn(article: string, record: string): Mentioned {
    const said = this.#textOf(article, record);
    return said === undefined ? { contexts: [], rest: 0 } : JSON.parse(said);
  }

  /** The records. */
  records(): RecordFile[] {
    const rows = this.#database.prepare('SELECT * FROM record ORDER BY kind, id').all();
    return rows.map((row) => {
      const [kind, id, path, digest, data] = columns(row, 'kind', 'id', 'path', 'digest', 'data');
      return { kind: kind as Kind, id, path, digest, data: JSON.parse(data) };
    });
  }

  /**
   * Proves that it gives these articles and records in their order, each piece of them, and no others: a page that is
   * torn may hide a row, or show one that is gone.
   *
   * @throws SpoiltStore where it does not
   */
  prove(articles: ReadonlyMap<string, Held>, records: readonly RecordFile[]): void {
    const held = [...articles].map(([id, { digest }]) => `${id} ${digest}`).toSorted();
    const given = Array.from(this.articles(), ({ id, digest }) => `${id} ${digest}`);
    const kept = records.map(({ kind, id, digest }) => `${kind}/${id} ${digest}`).toSorted();
    const found = this.records().map(({ kind, id, digest }) => `${kind}/${id} ${digest}`);
    if (!isDeepStrictEqual([held, kept], [given, found])) throw new SpoiltStore();
    for (const [id, { digest, entry }] of articles)
      for (const name of [DATA, BODY, STATEMENTS, ...entry.mentioned.map(([name]) => name)])
        if (this.#pieceOf(id, name)?.digest !== digest) throw new SpoiltStore();
  }

  /** Puts articles in, whole or not at all. */
  putArticles(articles: Iterable<StoredArticle>): void {
    const article = this.#database.prepare('INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?)');
    const forget = this.#database.prepare('DELETE FROM piece WHERE article = ?');
    const piece = this.#database.prepare('INSERT INTO piece VALUES (?, ?, ?, ?, ?)');
    this.#together(() => {
      for (const { id, digest, entry, data, html, parts, statements, mentioned } of articles) {
        article.run(...marked(id, digest, JSON.stringify(entry)));
        forget.run(id);
        piece.run(...marked(id, DATA, digest, data));
        piece.run(...marked(id, BODY, digest, JSON.stringify(parts ?? [html])));
        piece.run(...marked(id, STATEMENTS, digest, statements));
        for (const [record, said] of mentioned)
          piece.run(...marked(id, record, digest, JSON.stringify(said)));
      }
    });
  }

  /** Takes out the articles of these ids. */
  dropArticles(ids: Iterable<string>): void {
    this.#together(() => {
      const drops = ['article WHERE id', 'piece WHERE article'].map((rows) =>
        this.#database.prepare(`DELETE FROM ${rows} = ?`),
      );
      for (const id of ids) for (const drop of drops) drop.run(id);
    });
  }

  /** Has these records and no others. */
  keepRecords(records: Iterable<RecordFile>): void {
    const put = this.#database.prepare('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?)');
    this.#together(() => {
      this.#database.exec('DELETE FROM record');
      for (const { kind, id, path, digest, data } of records)
        put.run(...marked(kind, id, path, digest, JSON.stringify(data)));
    });
  }

  close(): void {
    this.#database.close();
  }

  #pieces(): StatementSync {
    return this.#database.prepare(
      'SELECT article, name, digest, text, mark FROM piece WHERE article = ? AND name = ?',
    );
  }

  #pieceOf(article: string, name: string): { digest: string; text: string } | undefined {
    const row = this.#piece.get(article, name);
    if (!row) return undefined;
    const [ofArticle, called, digest, text] = columns(row, 'article', 'name', 'digest', 'text');
    if (ofArticle !== article || called !== name) throw new SpoiltStore();
    return { digest, text };
  }

  #textOf(article: string, name: string): string | undefined {
    return this.#pieceOf(article, name)?.text;
  }

  #together(change: () => void): void {
    this.#database.exec('BEGIN');
    try {
      change();
      this.#database.exec('COMMIT');
    } catch (error) {
      // Where the disk is full SQLite has undone it already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** The columns of a row, and its digest behind them. */
const marked = (...texts: string[]): string[] => [...texts, rowDigest(...texts)];

/** These columns of a row. @throws SpoiltStore where they are not those that its digest was made of */
function columns<const Names extends readonly string[]>(
  row: NonNullable<ReturnType<StatementSync['get']>>,
  ...names: Names
): { [Index in keyof Names]: string } {
  const texts = names.map((name) => `${row[name]}`);
  if (row['mark'] !== rowDigest(...texts)) throw new SpoiltStore();
  return texts as { [Index in keyof Names]: string };
}

let shared: ArchiveStore | undefined;

/**
 * The store of the archive that is being built or shown, opened once.
 *
 * @param folder where it is; that which was handed over
 * @throws where this process does neither
 */
export function archiveStore(folder = handedOver()?.workFolder): ArchiveStore {
  if (folder === undefined) throw new Error('No archive is being built or shown.');
  shared ??= new ArchiveStore(folder);
  return shared;
}
