import { hash } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import { SpoiltStore } from './spoilt.ts';

/** The digest of a row. It is of the id too, so that no row passes for another. */
const rowDigest = (...columns: readonly string[]): string =>
  hash('sha256', columns.map((text) => `${text.length} ${text}`).join(''), 'base64').slice(0, 22);

/** The columns of a row to be written, with their digest at the end. */
export const marked = (...texts: string[]): string[] => [...texts, rowDigest(...texts)];

/** The named columns of a row. @throws SpoiltStore if the digest at the end of the row does not fit them */
export function columns<const Names extends readonly string[]>(
  row: NonNullable<ReturnType<StatementSync['get']>>,
  ...names: Names
): { [Index in keyof Names]: string } {
  const texts = names.map((name) => `${row[name]}`);
  if (row['mark'] !== rowDigest(...texts)) throw new SpoiltStore();
  return texts as { [Index in keyof Names]: string };
}
