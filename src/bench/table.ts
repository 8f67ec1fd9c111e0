/**
 * Rows of cells as lines of text, their columns under one another. The first column is set to the left.
 *
 * @param side where the other columns are set to: figures read best to the right
 */
export function table(rows: readonly (readonly string[])[], side: 'left' | 'right'): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    widths.map((width, column) => {
      const cell = row[column] ?? '';
      return column === 0 || side === 'left' ? cell.padEnd(width) : cell.padStart(width);
    });
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
}
