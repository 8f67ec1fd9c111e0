import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { ArticlePieces, type StoredArticle } from './article-pieces.ts';
import { columns, marked } from './row.ts';

/** The rows of articles in a store, each with its pieces. What changes them runs within a transaction of the caller's. */
export class ArticleRows {
  readonly pieces: ArticlePieces;
  readonly #database: DatabaseSync;
  readonly #put: StatementSync;
  readonly #drop: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.pieces = new ArticlePieces(database);
    this.#put = database.prepare('INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?)');
    this.#drop = database.prepare('DELETE FROM article WHERE id = ?');
  }

  /** The digest of each article, and what its collection holds, in the order of the ids. @throws SpoiltStore */
  *all(): Generator<Pick<StoredArticle, 'id' | 'digest' | 'entry'>> {
    const rows = this.#database.prepare('SELECT id, digest, entry, mark FROM article ORDER BY id');
    for (const row of rows.iterate()) {
      const [id, digest, entry] = columns(row, 'id', 'digest', 'entry');
      yield { id, digest, entry: JSON.parse(entry) };
    }
  }

  put(article: StoredArticle): void {
    this.#put.run(...marked(article.id, article.digest, JSON.stringify(article.entry)));
    this.pieces.put(article);
  }

  drop(id: string): void {
    this.#drop.run(id);
    this.pieces.drop(id);
  }

  /** Takes articles over from another database, in place of those of the same ids. @param name under which it is attached */
  take(name: 'part', ids: Iterable<string>): void {
    const article = this.#database.prepare(
      `INSERT OR REPLACE INTO article SELECT * FROM ${name}.article WHERE id = ?`,
    );
    const pieces = this.#database.prepare(
      `INSERT INTO piece SELECT * FROM ${name}.piece WHERE article = ?`,
    );
    for (const id of ids) {
      this.pieces.drop(id);
      article.run(id);
      pieces.run(id);
    }
  }
}
