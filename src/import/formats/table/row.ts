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

const DAY = 86_400_000;
/** The last day of the year 9999. */
const LAST = 2_958_465;

/** A day, or a day and a time without zone, by the number of days since 30 December 1899; nothing where it is no day. */
export function dayOfSerial(serial: number): string | undefined {
  if (!(serial >= 1 && serial < LAST + 1)) return undefined;
  // Excel counts a 29 February 1900, which never was.
  const days = serial < 60 ? serial + 1 : serial;
  const moment = new Date(
    Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000,
  ).toISOString();
  return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : moment.slice(0, 19);
}
