import { browserRows } from './browser-margin.ts';
import { type Line, lineOf, rowsOf, usualSize } from './line.ts';
import type { Page } from './page.ts';
import type { Piece } from './piece.ts';

/** What stands above and below the text of pages: names of papers and sections, numbers of pages. */

/** How far from its edge a line of a page is of its margin, in parts of the page; a margin has no more lines. */
const MARGIN = 0.1;
const MOST_LINES = 2;
/** How much wider than nearly all gaps of a text the gap is that parts a margin from it, and in parts of type where it has none. */
const WIDER = 1.25;
const WIDE = 2;
/** What differs in size, and what is too large for a margin whose numbers differ: a heading. */
const OTHER_SIZE = 0.08;
const LARGER = 1.15;
/** How far from the same place of another page a line may stand, in points. */
const PLACE = 3;
/** On how many pages a line repeats, in parts of all: pages on the left may have another than those on the right. */
const OFTEN = 1 / 3;
const NUMBER =
  /^[^\p{L}\p{N}]{0,3}(?:(?:page|seite|pagina|página|p\.|s\.) ?)?(?:\d{1,4}|[ivxl]{1,7})(?: ?(?:\/|of|von|de|di|sur) ?\d{1,4})?[^\p{L}\p{N}]{0,3}$/iu;

/** A line at an edge of a page. */
interface Edge {
  line: Line;
  row: Piece[];
  page: number;
  /** Where it stands, as far as it is the same on other pages. */
  place: string;
  /** Whether it stands apart from the text: by a gap, or by its size. */
  isApart: boolean;
}

/** What is alike on other pages: numbers differ from page to page. */
const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/\p{N}+/gu, '#')
    .slice(0, 200);
const stepsOf = (rows: readonly Piece[][]): number[] =>
  rows.slice(1).map((row, index) => baseOf(row) - baseOf(rows[index] ?? row));
const baseOf = ([first]: readonly Piece[]): number => first?.base ?? 0;

/** The gap that nearly no lines of a text exceed. */
function usualGap(pages: readonly Piece[][][], size: number): number {
  const steps = pages
    .flatMap((rows) => stepsOf(rows.slice(MOST_LINES, -MOST_LINES)))
    .toSorted((a, b) => a - b);
  return (
    Math.max(steps[Math.floor(steps.length * 0.9)] ?? 0, size) * (steps.length > 0 ? WIDER : WIDE)
  );
}

/** The lines at one edge of a page, given its rows from there. */
function edgesOf(
  rows: readonly Piece[][],
  { number, height }: Page,
  side: string,
  gap: number,
): Edge[] {
  const distance = (row: readonly Piece[]) => (side === 'top' ? baseOf(row) : height - baseOf(row));
  const lines = rows.slice(0, MOST_LINES + 1).map((row) => lineOf(row, number));
  const isParted = (at: number) => {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line) return false;
    // What stands alone on a page is apart.
    if (!next) return lines.length === 1;
    const isOther = Math.abs(line.size - next.size) > Math.max(line.size, next.size) * OTHER_SIZE;
    return isOther || Math.abs(next.base - line.base) > gap;
  };
  return lines.slice(0, MOST_LINES).flatMap((line, at): Edge[] => {
    const row = rows[at] ?? [];
    if (distance(row) > height * MARGIN + (side === 'top' ? 0 : -line.size)) return [];
    const isApart = isParted(at) || (at + 1 < MOST_LINES && isParted(at + 1));
    return [
      { line, row, page: number, place: `${side} ${Math.round(distance(row) / PLACE)}`, isApart },
    ];
  });
}

/** How many pages have a line at a place, or next to it. */
class Places {
  readonly #counts = new Map<string, number>();
  add(keys: Iterable<string>): void {
    for (const key of new Set(keys)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
  count({ place, text }: { place: string; text: string }): number {
    const [side, number] = place.split(' ');
    return [-1, 0, 1].reduce(
      (sum, by) => sum + (this.#counts.get(`${side} ${Number(number) + by} ${text}`) ?? 0),
      0,
    );
  }
}

/** By how much the number that a line is differs from that of its page: on other pages by as much. */
const offsetOf = ({ line, page }: Edge): number | undefined =>
  NUMBER.test(line.text) ? Number(/\d+/u.exec(line.text)?.[0] ?? Number.NaN) - page : undefined;

/** Takes out of pages what repeats in their margins, and gives it line by line, and all lines at their edges. */
export function withoutMargins(pages: readonly Page[]): {
  pages: Page[];
  left: Line[];
  edges: string[];
} {
  const usual = usualSize(pages.flatMap(({ pieces }) => pieces));
  const rows = pages.map(({ pieces }) => rowsOf(pieces.toSorted((a, b) => a.base - b.base)));
  const gap = usualGap(rows, usual);
  const edges = pages.map((page, index) => {
    const own = rows[index] ?? [];
    const top = edgesOf(own, page, 'top', gap);
    const bottom = edgesOf(own.toReversed(), page, 'bottom', gap);
    return [...top, ...bottom.filter(({ row }) => !top.some((one) => one.row === row))];
  });
  const [alike, same] = [new Places(), new Places()];
  const offsets = new Map<number, number>();
  for (const some of edges) {
    const apart = some.filter(({ isApart }) => isApart);
    alike.add(apart.map(({ place, line }) => `${place} ${keyOf(line.text)}`));
    for (const offset of new Set(apart.map(offsetOf)))
      if (offset !== undefined) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
    same.add(apart.map(({ place, line }) => `${place} ${line.text}`));
  }
  const isOf = (edge: Edge) => {
    const { line, place, isApart } = edge;
    const offset = offsetOf(edge);
    if (!isApart) return false;
    const repeats = Math.max(2, pages.length * OFTEN);
    if (same.count({ place, text: line.text }) >= repeats) return true;
    if (line.size > usual * LARGER) return false;
    const isNumber = pages.length === 1 || (offsets.get(offset ?? 0) ?? 0) > 1;
    if (offset !== undefined && isNumber) return true;
    return alike.count({ place, text: keyOf(line.text) }) >= repeats;
  };
  const left: Line[] = [];
  return {
    left,
    edges: edges.flat().map(({ line }) => line.text),
    pages: pages.map((page, index) => {
      const own = edges[index] ?? [];
      const printed = browserRows(own.filter(({ isApart }) => isApart).map(({ row }) => row));
      const out = own.filter((edge) => printed.includes(edge.row) || isOf(edge));
      left.push(...out.map(({ line }) => line));
      const taken = new Set(out.flatMap(({ row }) => row));
      return { ...page, pieces: page.pieces.filter((piece) => !taken.has(piece)) };
    }),
  };
}
