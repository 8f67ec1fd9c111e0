import type { Cell } from '../table/row.ts';

/** A sheet of a spreadsheet. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Its rows, from the first; blank ones may be left out. */
  rows: () => AsyncIterable<SheetRow>;
}

export interface SheetRow {
  /** Counted from 1. */
  number: number;
  isHidden: boolean;
  cells: Cell[];
}

/** The most columns that a spreadsheet has. */
export const MOST_COLUMNS = 16_384;
/** The most characters of one cell, and those of the texts that all cells of a file share. */
export const LONGEST_CELL = 8 * 1024 * 1024;
export const LONGEST_SHARED = 100_000_000;
