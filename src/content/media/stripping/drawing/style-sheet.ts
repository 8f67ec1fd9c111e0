import { mustHold } from '../unsound.ts';
import { isKnown } from './known-property.ts';

/** The name of a property in small letters, and its value. */
export type Declaration = [name: string, value: string];

/** What a style sheet says of some elements. */
export interface Rule {
  selectors: string[];
  declarations: Declaration[];
  /** Whether it holds on some screens alone. */
  isConditional: boolean;
}

/** Rules behind a condition, such as `@media print`. */
interface Group {
  condition: string;
  parts: Part[];
}
type Part = Rule | Group;

/** Styles without comments, in which programs of drawing say where a file lay. */
export function withoutComments(css: string): string {
  let kept = '';
  let from = 0;
  for (let at = css.indexOf('/*'); at >= 0; at = css.indexOf('/*', from)) {
    kept += `${css.slice(from, at)} `;
    const end = css.indexOf('*/', at + 2);
    from = end < 0 ? css.length : end + 2;
  }
  return kept + css.slice(from);
}

/** Where one of some signs stands next, outside of quotation marks and brackets; the end where none does. @throws UnsoundFile */
function next(css: string, from: number, signs: string): number {
  let quote = '';
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const sign = css[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (depth === 0 && signs.includes(sign)) return at;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) depth -= 1;
  }
  // Readers go on from different places then.
  mustHold(quote === '' && depth === 0, 'The styles of the drawing are torn.');
  return css.length;
}

function split(css: string, sign: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at <= css.length; ) {
    const end = next(css, at, sign);
    parts.push(css.slice(at, end).trim());
    at = end + 1;
  }
  return parts.filter((part) => part !== '');
}

/** A value as it is compared; small and capital letters tell ids apart. */
export const plainValue = (value: string): string =>
  /url\(/i.test(value) ? value.trim() : value.trim().toLowerCase();

/** What a style says, in order. @throws UnsoundFile */
export const declarationsOf = (style: string): Declaration[] =>
  split(withoutComments(style), ';').flatMap((one) => {
    const colon = one.indexOf(':');
    const name = one.slice(0, colon).trim();
    const value = one.slice(colon + 1).trim();
    return colon < 1 ? [] : [[name.startsWith('--') ? name : name.toLowerCase(), value]];
  });

/** The parts from a place on. @returns with where they end: at a bracket that closes them, or the end */
function partsFrom(
  css: string,
  from: number,
  isConditional: boolean,
): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let at = from;
  while (at < css.length) {
    const open = next(css, at, '{};');
    const head = css.slice(at, open).trim();
    if (css[open] === '}' || open === css.length) return { parts, end: open };
    at = open + 1;
    if (css[open] === ';') continue;
    if (head.startsWith('@')) {
      const inner = partsFrom(css, at, true);
      parts.push({ condition: head, parts: inner.parts });
      at = inner.end + 1;
      continue;
    }
    const end = next(css, at, '{}');
    mustHold(css[end] !== '{', 'The styles of the drawing stand in each other.');
    const declarations = declarationsOf(css.slice(at, end));
    parts.push({ selectors: split(head, ','), declarations, isConditional });
    at = end + 1;
  }
  return { parts, end: at };
}

/** The rules of a style sheet, with those that hold on some screens alone. @throws UnsoundFile */
export const partsOf = (css: string): Part[] => partsFrom(withoutComments(css), 0, false).parts;

/** All rules of parts, in order. */
export const rulesOf = (parts: readonly Part[]): Rule[] =>
  parts.flatMap((part) => ('condition' in part ? rulesOf(part.parts) : [part]));

/** A style as it is written. @param isUsed whether a property of its own making is asked for anywhere; else it draws nothing */
export const writtenStyle = (
  declarations: readonly Declaration[],
  isUsed: (name: string) => boolean,
): string =>
  declarations
    .filter(([name, value]) => (name.startsWith('--') ? isUsed(name) : isKnown(name, value)))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** A style sheet as it is written. */
export const writtenSheet = (parts: readonly Part[], isUsed: (name: string) => boolean): string =>
  parts
    .map((part) =>
      'condition' in part
        ? `${part.condition}{${writtenSheet(part.parts, isUsed)}}`
        : `${part.selectors.join(',')}{${writtenStyle(part.declarations, isUsed)}}`,
    )
    .join('\n');
