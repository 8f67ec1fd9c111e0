import type { Piece } from './piece.ts';

/** What a browser prints above and below a page: the time, the title and the address of the page, and which page it is. */

const TIME = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?:\s?[AP]M)?$/iu;
const ADDRESS = /^(?:https?|file|about|blob):\S{1,2000}$/iu;
const PAGE = /^\d{1,4} ?(?:\/|of|von|sur|de|di) ?\d{1,4}$/iu;

/** Of the rows at the edges of a page those that a browser printed: it prints the time, and an address or which page it is. */
export function browserRows(rows: readonly Piece[][]): Piece[][] {
  const has = (row: readonly Piece[], sign: RegExp) =>
    row.some(({ text }) => sign.test(text.trim()));
  const timed = rows.some((row) => has(row, TIME));
  const named = rows.some((row) => has(row, ADDRESS) || has(row, PAGE));
  return timed && named
    ? rows.filter((row) => [TIME, ADDRESS, PAGE].some((sign) => has(row, sign)))
    : [];
}
