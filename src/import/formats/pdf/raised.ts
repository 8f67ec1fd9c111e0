import type { Piece } from './piece.ts';

/** Signs above and below a line: numbers of notes, powers, formulas. */

/** How much smaller their type is, how far they stand from the line at most, and at least above and below it, in parts of the larger size. */
const SMALLER = 0.9;
const FARTHEST = 0.5;
const ABOVE = 0.15;
const BELOW = 0.08;
const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
const LOWERED = [...'₀₁₂₃₄₅₆₇₈₉'];

const isSmaller = (piece: Piece, other: Piece) => piece.size < other.size * SMALLER;

/** Whether a piece is a sign above or below a line, beside what is before it, or goes on with the line after one. */
export function isRaised(piece: Piece, row: readonly Piece[]): boolean {
  const last = row.at(-1);
  if (!last) return false;
  const size = Math.max(piece.size, last.size);
  const gap = piece.left - last.right;
  return (
    (isSmaller(piece, last) || isSmaller(last, piece)) &&
    Math.abs(piece.base - last.base) < size * FARTHEST &&
    gap > -size * ABOVE &&
    gap < size * FARTHEST
  );
}

/** The words of a piece of a line; a small number above or below it stays there, since beside a year it would be of it. */
export function wordsBeside(piece: Piece, line: Pick<Piece, 'base' | 'size'>): string {
  if (piece.size >= line.size * SMALLER || !/^\s*\d{1,4}\s*$/u.test(piece.text)) return piece.text;
  const above = (line.base - piece.base) / line.size;
  const digits = above > ABOVE ? RAISED : above < -BELOW ? LOWERED : undefined;
  return digits
    ? piece.text.replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit)
    : piece.text;
}
