/** What stands between the cells of a row, the first of them that a text has in most of its lines. */
const SEPARATORS = ['\t', ';', ','] as const;

/** How many lines are looked at to tell what stands between cells. */
const LOOKED_AT = 200;

/** What stands between cells; undefined where each line is one cell. */
function separatorOf(text: string): string | undefined {
  const lines = text
    .split(/[\r\n]+/, LOOKED_AT)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  return SEPARATORS.find(
    (separator) => lines.filter((line) => line.includes(separator)).length * 2 > lines.length,
  );
}

/** Reads rows sign by sign. @param quote the sign around cells @returns undefined where a quotation does not end */
function read(
  text: string,
  separator: string | undefined,
  quote: string | undefined,
): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      const isDoubled = sign === quote && text.charAt(at + 1) === quote;
      if (isDoubled) at++;
      if (sign !== quote || isDoubled) cell += sign;
      else isQuoted = false;
    } else if (sign === quote && cell.trim() === '') isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at++;
      endRow();
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return isQuoted ? undefined : rows;
}

/**
 * The rows of a list or table in text: a name on a line, or CSV with commas, semicolons or tabs, quoted or not (RFC 4180).
 * Cells are without the space around them; a blank line is a row with one empty cell.
 */
export function rowsOf(text: string): string[][] {
  const separator = separatorOf(text);
  // Where a quotation does not end, its mark is one of the signs of a name.
  return read(text, separator, '"') ?? read(text, separator, undefined) ?? [];
}
