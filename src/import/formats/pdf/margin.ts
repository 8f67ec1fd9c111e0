import type { Line } from './line.ts';

/** What stands above and below the text of pages: names of papers and sections, numbers of pages. */

/** How far from its edge a line of a page is of its margin, in parts of the page. */
const MARGIN = 0.1;
const NUMBER =
  /^[^\p{L}\p{N}]{0,3}(?:(?:page|seite|pagina|página|p\.|s\.) ?)?(?:\d{1,4}|[ivxl]{1,7})(?: ?(?:\/|of|von|de|di|sur) ?\d{1,4})?[^\p{L}\p{N}]{0,3}$/iu;

/** A page’s lines in columns, and how high it is. */
interface SetPage {
  columns: Line[][];
  height: number;
}

const isInMargin = ({ base, size }: Line, height: number) =>
  base < height * MARGIN || base - size > height * (1 - MARGIN);
/** Numbers differ from page to page. */
const keyOf = ({ text }: Line) =>
  text
    .toLowerCase()
    .replace(/\p{N}+/gu, '#')
    .slice(0, 200);

/** Takes out of pages what repeats in their margins, and gives how many lines and of which words. */
export function withoutMargins(pages: readonly SetPage[]): { pages: Line[][][]; left: Line[] } {
  const counts = new Map<string, number>();
  for (const { columns, height } of pages) {
    const keys = columns
      .flat()
      .filter((line) => isInMargin(line, height))
      .map(keyOf);
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.ceil(pages.length / 3));
  const left: Line[] = [];
  const isOfMargin = (line: Line, height: number) =>
    isInMargin(line, height) && (NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= least);
  return {
    left,
    pages: pages.map(({ columns, height }) =>
      columns.map((lines) =>
        lines.filter((line) => {
          const is = isOfMargin(line, height);
          if (is) left.push(line);
          return !is;
        }),
      ),
    ),
  };
}
