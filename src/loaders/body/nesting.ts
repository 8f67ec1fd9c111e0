import { because } from '../../archive/problem.ts';

/** How deep quotations, lists and emphasis may lie in each other. */
const MOST = 50;

/** Why a body that nests too deep is refused: no reader could tell what belongs to what, and reading it takes for ever. */
export const NESTED = because(
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

/** The first line of a Markdown text in which quotations and lists lie too deep in each other, counted from 0; found without parsing it. */
export function deepLine(text: string): number | undefined {
  // The columns of the lists that are open: an item further to the right lies in the one before.
  const open: number[] = [];
  for (const [number, line] of text.split('\n').entries()) {
    // A line across the page is made of the same signs.
    if (/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line)) continue;
    const { depth, indent } = signsOf(line);
    if (indent !== undefined) {
      while ((open.at(-1) ?? -1) >= indent) open.pop();
      open.push(indent);
    }
    if (depth + open.length > MOST + 1) return number;
  }
  return undefined;
}

/** True where elements of finished HTML lie too deep in each other. */
export function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing] of html.matchAll(NESTING)) {
    depth += closing === '/' ? -1 : 1;
    if (depth > MOST) return true;
  }
  return false;
}
