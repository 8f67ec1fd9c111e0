import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { HeldArticle, StoredArticle } from './article-pieces.ts';
import { ArticleRows } from './article-rows.ts';
import { ARTICLE_TABLES, PAGE, refuseOtherTables } from './database.ts';

/** The articles of a part of an archive, in a file that another machine can take them from. */
export class PartStore {
  readonly #database: DatabaseSync;
  readonly #rows: ArticleRows;

  /** Opens a file that `writePart` has written. @throws SpoiltStore if it is none; SQLite may throw too */
  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
    try {
      refuseOtherTables(this.#database, ARTICLE_TABLES);
      this.#rows = new ArticleRows(this.#database);
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** The digest of each article, and what its collection holds, in the order of the ids. @throws SpoiltStore */
  articles = (): Generator<Pick<StoredArticle, 'id' | 'digest' | 'entry'>> => this.#rows.all();

  /** Reads every piece of articles. @throws SpoiltStore if one is not there, or not as it was written */
  prove = (articles: ReadonlyMap<string, HeldArticle>): void => this.#rows.pieces.prove(articles);

  close(): void {
    this.#database.close();
  }
}

/**
 * Writes the articles of a store into a file. The same articles give the same bytes.
 *
 * @param store the file of a store that is closed
 */
export function writePart(file: string, store: string): void {
  rmSync(file, { force: true });
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA page_size = ${PAGE}; PRAGMA synchronous = OFF; ${ARTICLE_TABLES}`);
    database.prepare('ATTACH ? AS whole').run(store);
    // In the order of the ids, in whichever order they were read.
    database.exec(`
      INSERT INTO article SELECT * FROM whole.article ORDER BY id;
      INSERT INTO piece SELECT * FROM whole.piece ORDER BY article, name;
      DETACH whole;`);
  } finally {
    database.close();
  }
}
