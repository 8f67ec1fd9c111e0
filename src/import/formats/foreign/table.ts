/** Telling the rows of a table from lines of a text. */

const COLUMNS = new Set(
  'title headline date published author byline url link body text content id name publisher source section category tags description summary lead language lang place year issue page'.split(
    ' ',
  ),
);

const bare = (field: string) => field.trim().replace(/^"|"$/g, '').trim();

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
  const names = fields.map(bare);
  return (
    names.every((name) => /^[\p{L}\p{N}_][\p{L}\p{N}_ ./()#-]{0,40}$/u.test(name)) &&
    names.every((name) => name.split(' ').length <= 4 && !/[.!?]$/.test(name)) &&
    new Set(names.map((name) => name.toLowerCase())).size === names.length
  );
}

/** The name of a table’s form, where a text is one: names of columns, then rows of as many fields. */
export function tableForm(head: string): string | undefined {
  const [first = '', second = ''] = head
    .split('\n', 2)
    .map((line) => line.replace(/\r$/, '').slice(0, 4000));
  for (const [delimiter, form] of [
    [',', 'CSV'],
    [';', 'CSV'],
    ['\t', 'TSV'],
    ['|', 'a table'],
  ] as const) {
    const columns = fieldsOf(first, delimiter);
    if (columns.length < 2 || !areColumns(columns)) continue;
    const known = columns.filter((name) => COLUMNS.has(bare(name).toLowerCase())).length;
    // Prose has a space after a comma; a table seldom has.
    const isTight = delimiter === '\t' || !first.includes(`${delimiter} `);
    const isNamed = known >= 2 || (isTight && columns.length > 2);
    const row = fieldsOf(second, delimiter);
    const isRow =
      second.trim() !== '' &&
      (row.length === columns.length ||
        /^"[^"]*$/.test(second.slice(second.lastIndexOf(',"') + 1)));
    if (isNamed && isRow) return form;
  }
  return undefined;
}
