import { foldedWords } from '../../domain/language/fold.ts';

/**
 * Where a list has names: in one column, in one for surnames and one for given names, or in whole rows, which stand for
 * lines such as “Varga, Ada”. Columns count from 0.
 */
export type NamesAt = { name: number } | { surname: number; given: number } | 'row';

/** What a list says where its names are. */
export interface Columns {
  /** What the first row calls the columns; undefined where it is a row like the others. */
  headings: string[] | undefined;
  /** How many columns there are. */
  count: number;
  /** Where names probably are. */
  at: NamesAt;
}

const WHOLE = new Set(
  'name|names|full name|fullname|person|people|place|organisation|organization|label|title'.split(
    '|',
  ),
);
const SURNAME = new Set('surname|last name|lastname|family name|familyname|last'.split('|'));
const GIVEN = new Set(
  'given name|given names|givenname|first name|firstname|forename|forenames|first'.split('|'),
);

const HAS_LETTER = /\p{L}/u;
const HAS_DIGIT = /\p{Nd}/u;
const isWord = (cell = '') => HAS_LETTER.test(cell) && !HAS_DIGIT.test(cell);

/** True where each row is a line with a name: “Varga, Ada”, or “Varga, Ada, Jr.” among others. */
const areLines = (rows: readonly string[][], count: number) =>
  rows.every((row) => row.filter(Boolean).every(isWord)) &&
  (count === 2 || rows.some((row) => row.length < count));

/** Tells where the rows of a table, without blank ones, have names. */
export function columnsOf(rows: readonly string[][]): Columns {
  const [first = []] = rows;
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const named = first.map((cell) => foldedWords(cell).join(' '));
  const find = (known: ReadonlySet<string>) => named.findIndex((heading) => known.has(heading));
  const [name, surname, given] = [find(WHOLE), find(SURNAME), find(GIVEN)];
  const headings = Math.max(name, surname, given) >= 0 ? first : undefined;
  if (name >= 0) return { headings, count, at: { name } };
  if (surname >= 0 && given >= 0) return { headings, count, at: { surname, given } };
  if (headings) return { headings, count, at: { name: Math.max(surname, given) } };
  if (count > 1 && areLines(rows, count)) return { headings, count, at: 'row' };
  // Numbers and days stand before names at times.
  const words = first.map((_, at) => rows.filter((row) => isWord(row[at])).length);
  const most = words.reduce((a, b) => Math.max(a, b), 0);
  return { headings, count, at: { name: Math.max(0, words.indexOf(most)) } };
}
