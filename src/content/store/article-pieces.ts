import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
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

const namesOf = ({ mentioned }: Pick<ArticleEntry, 'mentioned'>): string[] => [
  ...[DATA, BODY, STATEMENTS],
  ...mentioned.map(([name]) => name),
];

/** What the store should hold of an article. */
export type HeldArticle = Pick<StoredArticle, 'digest' | 'entry'>;

/** The texts of articles. Each is a piece with its own name, kept apart so that a page loads only what it shows. */
export class ArticlePieces {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;
  readonly #drop: StatementSync;
  readonly #put: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
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

  /** Reads every piece of articles. @throws SpoiltStore if one is not there, or not as it was written */
  prove(articles: ReadonlyMap<string, HeldArticle>): void {
    for (const [id, { digest, entry }] of articles)
      for (const name of namesOf(entry))
        if (this.find(id, name)?.digest !== digest) throw new SpoiltStore();
  }

  /** Counts the pieces of all articles, without their texts. @throws SpoiltStore if there are others than these have */
  count(articles: ReadonlyMap<string, HeldArticle>): void {
    const rows = this.#database.prepare(
      'SELECT article, digest, count(*) AS pieces FROM piece GROUP BY article, digest',
    );
    const counts = [...articles].map(([id, { digest, entry }]) =>
      [id, digest, namesOf(entry).length].join(' '),
    );
    const given = rows
      .all()
      .map(({ article, digest, pieces }) => [article, digest, pieces].join(' '));
    if (!isDeepStrictEqual(counts.toSorted(), given.toSorted())) throw new SpoiltStore();
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
