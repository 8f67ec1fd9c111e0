import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Mentioned } from '../../domain/language/sentence.ts';
import type { BodyPart } from '../markdown/body/parts.ts';
import type { ArticleEntry } from './article-entry.ts';
import { columns, marked } from './row.ts';
import { SpoiltStore } from './spoilt.ts';

/** An article as it was read: what its collection holds, and its texts, which are fetched only when they are needed. */
export interface StoredArticle {
  id: string;
  /** Digest of all that the reading depended on: the file, the records that it names, the code. */
  digest: string;
  entry: ArticleEntry;
  /** The article as data: exactly what its `index.json` holds. */
  data: string;
  /** Left out if the body has components. */
  html: string | undefined;
  /** What is shown in place of `html` if the body has components. */
  parts: BodyPart[] | undefined;
  /** Its statements, as in its line of the ledger. */
  statements: string;
  /** What it says of each record that it mentions, by kind and id. */
  mentioned: ReadonlyMap<string, Mentioned>;
}

/** The names of the pieces that every article has. Its other pieces have the kinds and ids of records as names. */
export const DATA = 'data';
export const BODY = 'body';
export const STATEMENTS = 'statements';

/** The texts of articles. Each is a piece with its own name, kept apart so that a page loads only what it shows. */
export class ArticlePieces {
  readonly #find: StatementSync;
  readonly #drop: StatementSync;
  readonly #put: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      'SELECT article, name, digest, text, mark FROM piece WHERE article = ? AND name = ?',
    );
    this.#drop = database.prepare('DELETE FROM piece WHERE article = ?');
    this.#put = database.prepare('INSERT INTO piece VALUES (?, ?, ?, ?, ?)');
  }

  /**
   * A piece and the digest of its article, or nothing if there is none.
   *
   * @throws SpoiltStore if it is not as it was written
   */
  find(article: string, name: string): { digest: string; text: string } | undefined {
    const row = this.#find.get(article, name);
    if (!row) return undefined;
    const [ofArticle, called, digest, text] = columns(row, 'article', 'name', 'digest', 'text');
    // A torn page may give the row of another article.
    if (ofArticle !== article || called !== name) throw new SpoiltStore();
    return { digest, text };
  }

  /** The text of a piece that has to be there. @throws SpoiltStore if it is not, or not as it was written */
  text(article: string, name: string): string {
    const piece = this.find(article, name);
    if (!piece) throw new SpoiltStore();
    return piece.text;
  }

  /** Puts in all pieces of an article, in place of those that it had. */
  put({ id, digest, data, html, parts, statements, mentioned }: StoredArticle): void {
    const put = (name: string, text: string) => this.#put.run(...marked(id, name, digest, text));
    this.drop(id);
    put(DATA, data);
    put(BODY, JSON.stringify(parts ?? [html]));
    put(STATEMENTS, statements);
    for (const [record, said] of mentioned) put(record, JSON.stringify(said));
  }

  /** Takes out all pieces of an article. */
  drop(id: string): void {
    this.#drop.run(id);
  }
}
