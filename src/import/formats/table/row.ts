import type { ImportFault } from '../../source-document.ts';

/** A row of a table. */
export interface Row {
  /** Where it stands: `:3` for a line, `, row 3` in a spreadsheet. */
  place: string;
  cells: readonly Cell[] | ImportFault;
  /** Whether its spreadsheet does not show it. */
  isHidden?: boolean;
}

/** What a cell holds; a number of a spreadsheet may be a day. */
export type Cell = string | { serial: number; text: string };

export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
