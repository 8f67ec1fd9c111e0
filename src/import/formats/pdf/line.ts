import type { Piece } from './piece.ts';
import { isRaised, wordsBeside } from './raised.ts';

/** A line of a column. */
export interface Line extends Omit<Piece, 'isAgainst' | 'mark'> {
  page: number;
}

/** The part of its size by which type reaches above and below where it stands. */
const ABOVE = 0.8;
const BELOW = 0.2;
export const topOf = ({ base, size }: Piece | Line): number => base - size * ABOVE;
export const bottomOf = ({ base, size }: Piece | Line): number => base + size * BELOW;

const middle = (numbers: readonly number[]): number | undefined =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The middle one of some numbers; another where there are none. */
export const medianOf = (numbers: readonly number[], none: number): number =>
  middle(numbers) ?? none;

/** How far pieces or lines reach to the left and to the right. */
export const leftOf = (lines: readonly { left: number }[]): number =>
  lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
export const rightOf = (lines: readonly { right: number }[]): number =>
  lines.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);

/** The size of type in which most letters are set. */
export function usualSize(lines: readonly Pick<Line, 'size' | 'text'>[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let [usual, most] = [0, 0];
  for (const [size, count] of letters) if (count > most) [usual, most] = [size, count];
  return usual;
}

/** Pieces as lines from the top: what stands on one height is one line. */
export const linesOf = (pieces: readonly Piece[], page: number): Line[] =>
  linesInOrder(
    pieces.toSorted((a, b) => a.base - b.base || a.left - b.left),
    page,
  );

/** Pieces as lines in their order: what follows each other on one height is one line. */
export const linesInOrder = (pieces: readonly Piece[], page: number): Line[] =>
  rowsOf(pieces).map((row) => lineOf(row, page));

/** How wide a gap is that is a space, in parts of the size. */
const SPACE = 0.15;

/** The words of pieces of a line; what touches is one word. */
function wordsOf(row: readonly Piece[], isAgainst: boolean): string {
  const parts: string[] = [];
  const main = row.reduce((most, one) => (one.text.length > most.text.length ? one : most));
  for (const [index, piece] of row.entries()) {
    const before = row[index - 1];
    const gap = before && (isAgainst ? before.left - piece.right : piece.left - before.right);
    if (before && gap !== undefined && Math.abs(gap) > Math.min(before.size, piece.size) * SPACE)
      parts.push(' ');
    parts.push(wordsBeside(piece, main));
  }
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/** Pieces that follow each other on one height. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first && Math.abs(piece.base - first.base) < Math.min(first.size, piece.size) * 0.4;
    if (row && (isSame || isRaised(piece, row))) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** The line that pieces on one height make. */
export function lineOf(row: readonly Piece[], page: number): Line {
  const isAgainst = row.filter((one) => one.isAgainst).length * 2 > row.length;
  const inOrder = row.toSorted((a, b) => (isAgainst ? b.left - a.left : a.left - b.left));
  return {
    text: wordsOf(inOrder, isAgainst),
    left: leftOf(row),
    right: rightOf(row),
    base: medianOf(
      row.map(({ base }) => base),
      0,
    ),
    size: usualSize(row),
    page,
  };
}
