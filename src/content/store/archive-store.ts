import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleData } from '../../domain/article/article-data.ts';
import type { Kind } from '../../domain/authorities/authority.ts';
import type { Mentioned } from '../../domain/language/sentence.ts';
import type { BodyPart } from '../markdown/body/parts.ts';
import type { RecordFile } from '../reading/record.ts';
import {
  type ArticlePieces,
  BODY,
  DATA,
  type HeldArticle,
  STATEMENTS,
  type StoredArticle,
} from './article-pieces.ts';
import { ArticleRows } from './article-rows.ts';
import { ARTICLE_TABLES, openDatabase, removeDatabase, saysSpoilt } from './database.ts';
import { KnownFiles } from './known-files.ts';
import { columns, marked } from './row.ts';
import { SpoiltStore } from './spoilt.ts';
import { StoreProof } from './store-proof.ts';

const TABLES = `${ARTICLE_TABLES}
  CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, path TEXT, digest TEXT, data TEXT, mark TEXT, PRIMARY KEY (kind, id));`;

/**
 * Articles and records as they were last read, kept in a file. So what has not changed is not read again, and a build
 * does not hold all texts in memory. It gives exactly what was put in: if a row has changed since, it throws a
 * `SpoiltStore`. SQLite may throw too.
 */
export class ArchiveStore {
  /** What is known of the files of the archive. */
  readonly files: KnownFiles;
  /** Its file. */
  readonly file: string;
  readonly #proof: StoreProof;
  #database: DatabaseSync;
  #rows: ArticleRows;
  /** Whether all that it held when it was opened was proved before. */
  #isRecognised: boolean;
  #isProved = false;
  /** Whether the digest that is kept is that of what it holds now. */
  #isKept = false;

  /** Opens the store in a folder, or begins one. A file there that is no store is thrown away. */
  constructor(folder: string) {
    // The name depends on the tables, so a store with other tables is not opened.
    const name = `archive-store-${hash('sha256', TABLES).slice(0, 8)}.sqlite`;
    this.file = join(folder, name);
    this.#proof = new StoreProof(this.file);
    this.files = new KnownFiles(`${this.file}.files.txt`);
    // The name of the store began with “galley” once.
    for (const other of readdirSync(folder))
      if (/^(?:archive-store|galley)/.test(other) && !other.startsWith(name))
        rmSync(join(folder, other), { recursive: true, force: true });
    this.#isRecognised = this.#proof.isOfNothing();
    this.#database = openDatabase(this.file, TABLES);
    this.#rows = new ArticleRows(this.#database);
  }

  /** Throws away all that it holds. */
  beginAnew(): void {
    this.#database.close();
    removeDatabase(this.file);
    this.#proof.remove();
    this.#isRecognised = true;
    this.#database = openDatabase(this.file, TABLES);
    this.#rows = new ArticleRows(this.#database);
  }

  /** Looks whether the file is byte for byte as it was when it was proved; `prove` then need not read all of it again. */
  recognise(): void {
    if (this.#isRecognised) return;
    this.#isKept = this.#proof.fits();
    this.#isRecognised = this.#isKept;
  }

  /** The digest of each article, and what its collection holds, in the order of the ids. */
  articles = (): Generator<Pick<StoredArticle, 'id' | 'digest' | 'entry'>> => this.#rows.all();

  /** The text of an article as data, unparsed. @throws SpoiltStore if there is no article with this id */
  dataOf(id: string): string {
    return this.#text(id, DATA);
  }

  /** The text of an article, its names and figures. @throws SpoiltStore if there is no article with this id */
  articleData(id: string): ArticleData {
    return JSON.parse(this.dataOf(id));
  }

  /** The text of an article, its names and figures; nothing if there is no article with this id. */
  findData(id: string): ArticleData | undefined {
    const data = this.#find(id, DATA);
    return data && JSON.parse(data.text);
  }

  /**
   * An article's body as it is shown: finished HTML, and the components between.
   *
   * @throws SpoiltStore if there is no article with this id
   */
  bodyOf(id: string): BodyPart[] {
    return JSON.parse(this.#text(id, BODY));
  }

  /** An article's statements, as in its line of the ledger. @throws SpoiltStore if there is no article with this id */
  statementsOf(id: string): string {
    return this.#text(id, STATEMENTS);
  }

  /** What an article says of a record, given by kind and id. An article about a record need not mention it. */
  mentionedIn(article: string, record: string): Mentioned {
    const said = this.#find(article, record);
    return said ? JSON.parse(said.text) : { contexts: [], rest: 0 };
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
   * Checks that the store gives exactly these articles and records, in the order of their ids, with every piece. A torn
   * page of the file may hide a row, or show one that is gone. What was proved before, or put in since it was opened, is
   * not read again.
   *
   * @throws SpoiltStore if it does not
   */
  prove(articles: ReadonlyMap<string, HeldArticle>, records: readonly RecordFile[]): void {
    const held = [...articles].map(([id, { digest }]) => `${id} ${digest}`).toSorted();
    const given = this.#database
      .prepare('SELECT id, digest FROM article ORDER BY id')
      .all()
      .map(({ id, digest }) => `${id} ${digest}`);
    const kept = records.map(({ kind, id, digest }) => `${kind}/${id} ${digest}`).toSorted();
    const found = this.records().map(({ kind, id, digest }) => `${kind}/${id} ${digest}`);
    if (!isDeepStrictEqual([held, kept], [given, found])) throw new SpoiltStore();
    if (this.#isRecognised) this.#rows.pieces.count(articles);
    else {
      for (const _ of this.articles());
      this.#rows.pieces.prove(articles);
    }
    // What happens to the file from now on is not known.
    this.#isRecognised = false;
    this.#isProved = true;
  }

  /** Puts articles in: all of them, or none if it throws. */
  putArticles(articles: Iterable<StoredArticle>): void {
    this.#together(() => {
      for (const article of articles) this.#rows.put(article);
    });
  }

  /**
   * Takes articles over from a file that `writePart` has written: all of them, or none if it throws.
   *
   * @param ids of articles that `PartStore` has proved
   */
  takeArticles(file: string, ids: Iterable<string>): void {
    // Within a transaction nothing is attached.
    this.#database.prepare('ATTACH ? AS part').run(file);
    try {
      this.#together(() => this.#rows.take('part', ids));
    } finally {
      this.#database.exec('DETACH part');
    }
  }

  /** Takes out the articles of these ids: all of them, or none if it throws. */
  dropArticles(ids: Iterable<string>): void {
    this.#together(() => {
      for (const id of ids) this.#rows.drop(id);
    });
  }

  /** Holds these records from now on, and no others. */
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
    if (this.#isProved && !this.#isKept) this.#proof.keep();
  }

  #find(article: string, name: string): ReturnType<ArticlePieces['find']> {
    try {
      return this.#rows.pieces.find(article, name);
    } catch (error) {
      if (saysSpoilt(error)) this.#proof.remove();
      throw error;
    }
  }

  #text(article: string, name: string): string {
    const piece = this.#find(article, name);
    if (piece) return piece.text;
    this.#proof.remove();
    throw new SpoiltStore();
  }

  #together(change: () => void): void {
    this.#isProved = false;
    this.#isKept = false;
    this.#database.exec('BEGIN');
    try {
      change();
      this.#database.exec('COMMIT');
    } catch (error) {
      // If the disk is full, SQLite has undone it already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}
