import type { DrawnPoints } from '../../../drawn-document.ts';
import { changedParts, fromAfar } from './changed-parts.ts';

/** The side of a square of points that is looked at as one, and of the windows of four of them in which a page is compared. */
const SQUARE = 4;
/** How far apart two points are of which the difference counts: the breadth of a line of a letter. */
const APART = 2;
/** Differences below this are the grain of paper. */
const GRAIN = 10;
/** How much differs for each point, on the average, where something is to be seen. */
const SEEN = 5;
/** How much of these differences is left at least of what is not hidden. */
const LEFT = 0.25;
/** How much eyes see of a difference in red, green and blue: black words are hardly read on dark blue. */
const EYES = [0.6, 1, 0.5] as const;
/** By how much a colour differs where a mark has lain. */
const MARKED = 8;
/** Of how many points of a square at least, where a sheet lay over it. */
const SHEET = 14;
/** How many windows beside each other are more than what a thin line crosses. */
const MOST_CROSSED = 8;
/** What was, and is, to be seen in a square: all differences by colour, and what of them each colour had before. */
type Sums = readonly [all: Float64Array, left: Float64Array];

/** A page before and after marks were taken off. */
class Pair {
  readonly columns: number;
  readonly rows: number;
  readonly #before: Uint8Array;
  readonly #after: Uint8Array;
  readonly #line: number;
  readonly #sums = new Map<number, Sums>();

  constructor(before: DrawnPoints, after: DrawnPoints) {
    this.#before = before.data;
    this.#after = after.data;
    this.#line = after.width * 4;
    this.columns = Math.floor((after.width - APART) / SQUARE);
    this.rows = Math.floor((after.height - APART) / SQUARE);
  }

  /** Whether so many points of a square look other than they did. */
  isMarked(column: number, row: number, least: number): boolean {
    let count = 0;
    for (let y = row * SQUARE; y < (row + 1) * SQUARE; y++)
      for (let x = column * SQUARE; x < (column + 1) * SQUARE; x++) {
        const at = y * this.#line + x * 4;
        const isOther = [0, 1, 2].some(
          (colour) =>
            Math.abs((this.#before[at + colour] ?? 0) - (this.#after[at + colour] ?? 0)) > MARKED,
        );
        if (isOther && ++count >= least) return true;
      }
    return false;
  }

  #sumsOf(column: number, row: number): Sums {
    const key = row * this.columns + column;
    const known = this.#sums.get(key);
    if (known) return known;
    const sums: Sums = [new Float64Array(3), new Float64Array(9)];
    for (let y = row * SQUARE; y < (row + 1) * SQUARE; y++)
      for (let x = column * SQUARE; x < (column + 1) * SQUARE; x++) {
        const at = y * this.#line + x * 4;
        this.#add(sums, at, at + APART * 4);
        this.#add(sums, at, at + APART * this.#line);
      }
    this.#sums.set(key, sums);
    return sums;
  }

  /** Adds by how much two points differ. */
  #add([all, left]: Sums, one: number, other: number): void {
    for (let colour = 0; colour < 3; colour++) {
      const is = (this.#after[other + colour] ?? 0) - (this.#after[one + colour] ?? 0);
      const size = Math.abs(is);
      if (size < GRAIN) continue;
      all[colour] = (all[colour] ?? 0) + size;
      for (let of = 0; of < 3; of++) {
        const was = (this.#before[other + of] ?? 0) - (this.#before[one + of] ?? 0);
        const same = Math.max(-size, Math.min(size, was)) * Math.sign(is);
        left[colour * 3 + of] = (left[colour * 3 + of] ?? 0) + same;
      }
    }
  }

  /** Whether what is seen in the window that begins with a square was not seen in any colour, not as its negative either. */
  isHidden(column: number, row: number): boolean {
    const squares = [0, 1].flatMap((y) => [0, 1].map((x) => this.#sumsOf(column + x, row + y)));
    const sumOf = (part: 0 | 1, at: number) =>
      squares.reduce((sum, one) => sum + (one[part][at] ?? 0), 0);
    const all = [0, 1, 2].map((colour) => sumOf(0, colour));
    const most = Math.max(...all);
    if (most < SEEN * (2 * SQUARE) ** 2) return false;
    const colour = all.indexOf(most);
    return EYES.every((eye, of) => eye * Math.abs(sumOf(1, colour * 3 + of)) < LEFT * most);
  }
}

/**
 * Windows in which something is seen that was not, by the square that each begins with.
 *
 * @param isSheet whether a mark must have lain on all squares of a window, as a sheet does and letters of a note do not
 */
function hiddenWindows(pair: Pair, isSheet: boolean): Set<number> {
  const { columns, rows } = pair;
  const marked = new Set<number>();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (pair.isMarked(column, row, isSheet ? SHEET : 1)) marked.add(row * columns + column);
  const windows = new Set<number>();
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const count = [at, at + 1, at + columns, at + columns + 1].filter((one) => marked.has(one));
      if (count.length >= (isSheet ? 4 : 1) && pair.isHidden(column, row)) windows.add(at);
    }
  return windows;
}

/** Whether more windows lie beside each other than a thin line crosses. */
function isBroad(windows: Set<number>, columns: number): boolean {
  const beside = [-1, 0, 1].flatMap((x) => [-columns, 0, columns].map((y) => x + y));
  for (const first of windows) {
    windows.delete(first);
    const found = [first];
    for (const window of found)
      for (const step of beside) if (windows.delete(window + step)) found.push(window + step);
    if (found.length >= MOST_CROSSED) return true;
  }
  return false;
}

function showsMore(before: DrawnPoints, after: DrawnPoints, isSheet: boolean): boolean {
  const pair = new Pair(before, after);
  return isBroad(hiddenWindows(pair, isSheet), pair.columns);
}

/**
 * Whether a page shows something that it did not show before marks were taken off it: words or pictures that lay below
 * what nothing shines through. What is still to be seen through a mark, as below a yellow one, is not hidden, nor what a
 * thin line crosses, nor empty paper.
 *
 * @param before and `after` in one size, two points to each of its own, so that letters have lines
 */
export function uncovers(before: DrawnPoints, after: DrawnPoints): boolean {
  const parts = changedParts(before, after);
  if (!parts) return false;
  const [was, is] = parts;
  return showsMore(was, is, false) || showsMore(fromAfar(was), fromAfar(is), true);
}
