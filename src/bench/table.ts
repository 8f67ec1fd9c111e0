/**
 * Rows of cells as lines of text in aligned columns. The first column is aligned left.
 *
 * @param side how the other columns are aligned
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
