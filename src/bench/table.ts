/** What was measured of one thing: the goal, this archive's search, and its peer's. */
export interface Row {
  what: string;
  goal: string;
  own: string;
  peer: string;
}

/** Rows as lines of text, their columns under one another. */
export function table(rows: readonly Row[]): string {
  const all = [{ what: '', goal: 'goal', own: 'Cuttings', peer: 'Pagefind’s own' }, ...rows];
  const width = (key: keyof Row) => Math.max(...all.map((row) => row[key].length));
  const widths = { what: width('what'), goal: width('goal'), own: width('own') };
  return all
    .map(({ what, goal, own, peer }) =>
      [what.padEnd(widths.what), goal.padEnd(widths.goal), own.padEnd(widths.own), peer].join('  '),
    )
    .join('\n');
}
