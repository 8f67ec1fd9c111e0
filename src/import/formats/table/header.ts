import { meaningsOf, withoutVocabulary } from '../fields/synonym.ts';
import type { Head } from '../head.ts';

/** Telling the rows of a table from lines of a text. */

const COLUMNS = new Set(
  'title headline date published author byline url link body text content id name publisher source section category tags description summary lead language lang place year issue page'.split(
    ' ',
  ),
);

const bare = (field: string) => field.trim().replace(/^"|"$/g, '').trim();
const isKnown = (name: string) =>
  COLUMNS.has(bare(name).toLowerCase()) || meaningsOf(bare(name)).length > 0;

/** A line’s fields, quotation marks respected. */
function fieldsOf(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === delimiter && !isQuoted) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field];
}

/** Whether a line can be the names of columns: short, each its own, without a sentence’s signs. */
function areColumns(fields: readonly string[]): boolean {
  const names = fields.map((field) => withoutVocabulary(bare(field)));
  return (
    names.every((name) => /^[\p{L}\p{N}_][\p{L}\p{N}_ ./()#-]{0,40}$/u.test(name)) &&
    names.every((name) => name.split(' ').length <= 4 && !/[.!?]$/.test(name)) &&
    new Set(names.map((name) => name.toLowerCase())).size === names.length
  );
}

/** What a table is called, and the sign between its cells. */
export interface TableForm {
  form: string;
  delimiter: string;
  /** The lines before its header. */
  linesBefore: number;
}

const FORMS = [
  [',', 'CSV'],
  [';', 'CSV'],
  ['\t', 'TSV'],
  ['|', 'a table'],
] as const;

const LONGEST = 4000;
const NAMED = /\.(?:csv|tsv|tab)$/i;
/** Excel’s own line, which says how the cells are parted. */
const SEPARATOR = /^"?sep=(.)"?\r?\n/i;

/** The form of a table: names of columns, then rows of as many cells; nothing where a text is none. */
export function tableForm({ text, name }: Pick<Head, 'text' | 'name'>): TableForm | undefined {
  const [line = '', separator] = SEPARATOR.exec(text) ?? [];
  const [first = '', second = ''] = text
    .slice(line.length)
    .split('\n', 2)
    .map((one) => one.replace(/\r$/, '').slice(0, LONGEST));
  const linesBefore = separator === undefined ? 0 : 1;
  for (const [delimiter, form] of FORMS) {
    const columns = fieldsOf(first, delimiter);
    if (columns.length < 2 || !areColumns(columns)) continue;
    const known = columns.filter(isKnown).length;
    // Prose has a space after a comma; a table seldom has.
    const isTight = delimiter === '\t' || !first.includes(`${delimiter} `);
    const isNamed = known >= 2 || (isTight && columns.length > 2);
    const row = fieldsOf(second, delimiter);
    const isRow =
      second.trim() !== '' &&
      (row.length === columns.length ||
        /^"[^"]*$/.test(second.slice(second.lastIndexOf(`${delimiter}"`) + 1)));
    if (isNamed && isRow) return { form, delimiter, linesBefore };
  }
  if (separator !== undefined) return { form: 'CSV', delimiter: separator, linesBefore };
  return NAMED.test(name) ? byMostColumns(first) : undefined;
}

/** Of a file whose name says that it is a table: the sign that parts its first line most often. */
function byMostColumns(first: string): TableForm | undefined {
  const [found] = FORMS.map(([delimiter, form]) => ({
    form,
    delimiter,
    linesBefore: 0,
    columns: fieldsOf(first, delimiter).length,
  })).toSorted((a, b) => b.columns - a.columns);
  return found && found.columns > 1 ? found : undefined;
}
