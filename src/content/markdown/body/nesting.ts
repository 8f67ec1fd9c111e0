import { because } from '../../../domain/fault.ts';

/** How deep quotations, lists and emphasis may lie in each other. */
const MOST = 50;

/** Why a body that nests too deep is refused: no reader could tell what belongs to what, and reading it takes for ever. */
export const NESTED = because(
  'body/deep',
  `Quotations, lists and emphasis of a body lie in each other at most ${MOST} deep.`,
  'Take the outer signs away (>, -, 1., *, _), or write \\ before those that are meant as they stand.',
);

// One sign of a quotation or a list, where a line begins with it.
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const NESTING =
  /<(\/?)(?:blockquote|li|em|strong|del|b|i|u|s|q|span|div|sub|sup|details|figure)(?=[\s/>])/g;

/** How deep the signs lie in each other with which a line begins, and the column of the first of a list. */
function signsOf(line: string): { depth: number; indent: number | undefined } {
  let depth = 0;
  let indent: number | undefined;
  CONTAINER.lastIndex = 0;
  for (let sign = CONTAINER.exec(line); sign; sign = CONTAINER.exec(line)) {
    depth += 1;
    if (!sign[0].endsWith('>')) indent ??= CONTAINER.lastIndex - sign[0].trimStart().length;
  }
  return { depth, indent };
}

/** How many quotations and lists each line of a Markdown text lies in, found without parsing it; none for one that only may. */
export function* depthsOf(lines: readonly string[]): Generator<number> {
  // The columns of the lists that are open: an item further to the right lies in the one before.
  const open: number[] = [];
  for (const line of lines) {
    // A line across the page is made of the same signs.
    const isRule = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line);
    const { depth, indent } = isRule ? { depth: 0, indent: undefined } : signsOf(line);
    if (indent !== undefined) {
      while ((open.at(-1) ?? -1) >= indent) open.pop();
      open.push(indent);
    }
    yield depth > 0 || (!isRule && /^[ \t]/.test(line)) ? depth + open.length : 0;
  }
}

/** True where a line lies in more quotations and lists than a body may have. */
export const isTooDeep = (depth: number): boolean => depth > MOST + 1;

/** True where elements of finished HTML lie too deep in each other. */
export function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing] of html.matchAll(NESTING)) {
    depth += closing === '/' ? -1 : 1;
    if (depth > MOST) return true;
  }
  return false;
}
