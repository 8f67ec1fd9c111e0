import { bottomOf, type Line, leftOf, linesOf, medianOf, rightOf, topOf } from './line.ts';
import type { Piece } from './piece.ts';

/** A stripe of a page in which no letter stands, from top to bottom of what is looked at. */
type Valley = readonly [left: number, right: number];

/** The least width of a valley between two columns, in points; that of a column, and its least number of lines. */
const NARROWEST_VALLEY = 7;
const NARROWEST_COLUMN = 60;
const FEWEST_LINES = 3;
/** No page has more columns. */
const MOST_VALLEYS = 20;
/** How much of their column lines of running text fill; cells of a table fill less. */
const FILLED = 0.55;

/** What was found of the order of a page. */
export interface Order {
  lines: Line[][];
  /** Whether its order may be another. */
  isUnsure: boolean;
}

/** Pieces that overlap in height, each with those that overlap with them in turn. */
function bandsOf(pieces: readonly Piece[]): Piece[][] {
  const bands: Piece[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const piece of pieces.toSorted((a, b) => topOf(a) - topOf(b))) {
    const band = bands.at(-1);
    if (band && topOf(piece) < bottom - piece.size * 0.2) band.push(piece);
    else bands.push([piece]);
    bottom = bands.at(-1)?.length === 1 ? bottomOf(piece) : Math.max(bottom, bottomOf(piece));
  }
  return bands;
}

function valleysOf(pieces: readonly Piece[]): Valley[] {
  const valleys: Valley[] = [];
  let right: number | undefined;
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    if (right !== undefined && piece.left - right >= NARROWEST_VALLEY)
      valleys.push([right, piece.left]);
    right = Math.max(right ?? piece.right, piece.right);
  }
  return valleys.slice(0, MOST_VALLEYS);
}

/** What of some valleys no piece of another band reaches into. */
const narrowed = (valleys: readonly Valley[], band: readonly Piece[]): Valley[] =>
  band.reduce<Valley[]>(
    (left, piece) =>
      left.flatMap(([from, to]): Valley[] => {
        if (piece.right <= from || piece.left >= to) return [[from, to]];
        const sides: Valley[] = [
          [from, Math.min(to, piece.left)],
          [Math.max(from, piece.right), to],
        ];
        return sides.filter(([a, b]) => b - a >= NARROWEST_VALLEY);
      }),
    [...valleys],
  );

interface Region {
  pieces: Piece[];
  valleys: Valley[];
}

/** Whether the pieces of a band keep the valleys of a region free; a band of one side alone leaves them as they are. */
function regionsOf(pieces: readonly Piece[]): Region[] {
  const regions: Region[] = [];
  for (const band of bandsOf(pieces)) {
    const region = regions.at(-1);
    const own = valleysOf(band);
    if (!region) {
      regions.push({ pieces: [...band], valleys: own });
      continue;
    }
    const common = region.valleys.length > 0 ? narrowed(region.valleys, band) : [];
    const begins = region.valleys.length === 0 && own.length > 0;
    if (begins || (region.valleys.length > 0 && common.length === 0))
      regions.push({ pieces: [...band], valleys: own });
    else {
      for (const piece of band) region.pieces.push(piece);
      region.valleys = common;
    }
  }
  return regions;
}

/** Whether lines are those of a column: wide enough, several, and most of them filled. */
function isColumn(lines: readonly Line[]): boolean {
  const left = leftOf(lines);
  const width = rightOf(lines) - left;
  const filled = medianOf(
    lines.map((line) => (line.right - line.left) / width),
    0,
  );
  return lines.length >= FEWEST_LINES && width >= NARROWEST_COLUMN && filled >= FILLED;
}

/** The columns of a region from the left, or all of it as one where they are none. */
function columnsOf(
  { pieces, valleys }: Region,
  page: number,
): { columns: Line[][]; isUnsure: boolean } {
  const whole = linesOf(pieces, page);
  const edges = valleys.map(([from, to]) => (from + to) / 2).toSorted((a, b) => a - b);
  const columns = [...edges, Number.POSITIVE_INFINITY].map((edge, index) =>
    linesOf(
      pieces.filter(
        ({ left }) => left < edge && left >= (edges[index - 1] ?? Number.NEGATIVE_INFINITY),
      ),
      page,
    ),
  );
  const isClear = columns.length > 1 && columns.filter((lines) => lines.length > 0).every(isColumn);
  if (isClear) return { columns: columns.filter((lines) => lines.length > 0), isUnsure: false };
  const rows = new Set(whole.map(({ base }) => base)).size;
  const isTable = valleys.length > 0 && rows >= FEWEST_LINES;
  return { columns: [whole], isUnsure: isTable };
}

/** The lines of a page in the order in which they are read: column by column, where the gaps between them are clear. */
export function orderOf(pieces: readonly Piece[], page: number): Order {
  const found = regionsOf(pieces).map((region) => columnsOf(region, page));
  const lines: Line[][] = [];
  for (const { columns } of found)
    for (const column of columns) {
      const last = lines.at(-1);
      // What stands in one column goes on below what interrupts it.
      if (columns.length === 1 && last && found.every((one) => one.columns.length === 1))
        last.push(...column);
      else lines.push(column);
    }
  return { lines, isUnsure: found.some(({ isUnsure }) => isUnsure) };
}
