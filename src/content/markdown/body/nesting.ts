import { because } from '../../../domain/fault.ts';

/** How many levels deep quotations, lists and emphasis may be nested. */
const MOST = 50;

/** Why a body that nests too deep is refused: nobody could tell what belongs to what, and parsing takes too long. */
export const NESTED = because(
  'body/deep',
  `Quotations, lists and emphasis of a body lie in each other at most ${MOST} deep.`,
  'Take the outer signs away (>, -, 1., *, _), or write \\ before those that are meant as they stand.',
);

// One sign of a quotation or a list at the start of a line, or after another such sign.
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const NESTING =
  /<(\/?)(?:blockquote|li|em|strong|del|b|i|u|s|q|span|div|sub|sup|details|figure)(?=[\s/>])/g;

/** How many signs of quotations and lists begin a line, and the column of the first list sign, if there is one. */
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

/**
 * Gives for each line of a Markdown text how many quotations and lists it is in. The text is not parsed. A line that
 * has no sign and no indent, and so only may be in one, counts as 0.
 */
export function* depthsOf(lines: readonly string[]): Generator<number> {
  // The columns of the open lists. An item further to the right is inside the one before it.
  const open: number[] = [];
  for (const line of lines) {
    // A horizontal rule (`---` or `***`) is made of the same signs as lists.
    const isRule = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line);
    const { depth, indent } = isRule ? { depth: 0, indent: undefined } : signsOf(line);
    if (indent !== undefined) {
      while ((open.at(-1) ?? -1) >= indent) open.pop();
      open.push(indent);
    }
    yield depth > 0 || (!isRule && /^[ \t]/.test(line)) ? depth + open.length : 0;
  }
}

/** True if a line is in more quotations and lists than a body may have. */
export const isTooDeep = (depth: number): boolean => depth > MOST + 1;

/** True if the elements of finished HTML are nested too deep. */
export function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing] of html.matchAll(NESTING)) {
    depth += closing === '/' ? -1 : 1;
    if (depth > MOST) return true;
  }
  return false;
}
