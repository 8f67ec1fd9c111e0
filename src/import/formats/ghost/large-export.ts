import { isObject } from '../dump/value.ts';
import type { Part } from '../format.ts';
import { type PlacedValue, valuesAt } from '../json/value-stream.ts';
import type { Source } from '../source.ts';
import { readPost } from './ghost.ts';
import { type Tables, tablesOf } from './tables.ts';

/** An export of Ghost may hold one database or several. */
const DATABASES = ['$.db.*.data', '$.data'];
const rowsOf = (table: string) => DATABASES.map((database) => `${database}.${table}.*`);
const JOINED = ['users', 'posts_authors', 'tags', 'posts_tags', 'posts_meta', 'settings'].flatMap(
  rowsOf,
);

const databaseOf = ({ keys }: PlacedValue) => keys.slice(0, -2).join('.');
const tableOf = ({ keys }: PlacedValue) => `${keys.at(-2)}`;

/** The tables that posts are joined with, by their database. They may stand behind the posts, so they are read first. */
async function tablesIn(source: Source): Promise<Map<string, Tables>> {
  const databases = new Map<string, Map<string, unknown[]>>();
  for await (const row of valuesAt(source, JOINED)) {
    const tables = databases.get(databaseOf(row)) ?? new Map<string, unknown[]>();
    const rows = tables.get(tableOf(row)) ?? [];
    rows.push(row.value);
    databases.set(databaseOf(row), tables.set(tableOf(row), rows));
  }
  return new Map([...databases].map(([key, rows]) => [key, tablesOf(dataOf(rows))]));
}

const dataOf = (rows: ReadonlyMap<string, unknown[]>) => ({
  users: rows.get('users'),
  posts_authors: rows.get('posts_authors'),
  tags: rows.get('tags'),
  posts_tags: rows.get('posts_tags'),
  posts_meta: rows.get('posts_meta'),
  settings: rows.get('settings'),
});

/** The posts and pages of an export of Ghost of any size; it is read twice, piece by piece. */
export async function* partsOfGhost(source: Source): AsyncGenerator<Part> {
  const tables = await tablesIn(source);
  const sha256 = await source.sha256();
  const none = tablesOf(undefined);
  let number = 0;
  for await (const row of valuesAt(source, rowsOf('posts'))) {
    const { value } = row;
    if (!isObject(value)) continue;
    const joined = tables.get(databaseOf(row)) ?? none;
    yield {
      place: `, item ${++number}`,
      isSole: false,
      read: () => readPost(value, joined, false, sha256),
    };
  }
}
