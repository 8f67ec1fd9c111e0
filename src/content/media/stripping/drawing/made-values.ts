import { mustHold } from '../unsound.ts';
import { FROM_ABOVE, isClear } from './colour.ts';
import { type Declaration, plainValue } from './style-sheet.ts';

const UNTOLD = 'What the styles of the drawing hide cannot be told.';
/** How often values ask for others; in a circle they do so for ever. */
const DEEPEST = 20;
const COLOURS = /^(?:rgb|hsl)a?\([^()]*\)$/;

export const asksForMade = (value: string): boolean => /var\(/i.test(value);
export const isMade = (property: string): boolean => property.startsWith('--');

/** Whether something painted with a value may not be seen by it. */
function mayHide(value: string): boolean {
  const said = value.trim().toLowerCase();
  return (
    ['', 'initial', 'currentcolor'].includes(said) ||
    FROM_ABOVE.has(said) ||
    (said.includes('(') && !COLOURS.test(said)) ||
    isClear(said) ||
    Number.parseFloat(said) <= 0
  );
}

/** All values that a drawing makes itself (`--sea: navy`), whichever of them hold where. */
export class MadeValues {
  readonly #byName = new Map<string, { first: string; mayHide: boolean }>();

  constructor(declarations: Iterable<Declaration>) {
    for (const [name, value] of declarations) {
      if (!isMade(name)) continue;
      const made = this.#byName.get(name) ?? { first: value, mayHide: false };
      made.mayHide ||= mayHide(value);
      this.#byName.set(name, made);
    }
  }

  has = (name: string): boolean => this.#byName.has(name);

  /** One of the values of a name. @throws UnsoundFile where one of them hides: which it is cannot be told */
  oneOf(name: string): string | undefined {
    const made = this.#byName.get(name);
    mustHold(!made?.mayHide, UNTOLD);
    return made?.first;
  }
}

/** Where the bracket closes that a value opens first. */
function endOfBracket(value: string): number {
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '(') depth += 1;
    else if (value[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/**
 * What a value is that asks for one that the drawing makes (`var(--sea, navy)`).
 *
 * @param madeValue what is made of a name
 * @returns undefined where nothing is: it is then that of what an element stands in
 * @throws UnsoundFile where it cannot be told
 */
export function resolved(
  value: string,
  madeValue: (name: string) => string | undefined,
  depth = 0,
): string | undefined {
  const asked = value.trim();
  if (!asksForMade(asked)) return plainValue(asked);
  const isWhole = /^var\(/i.test(asked) && endOfBracket(asked) === asked.length - 1;
  mustHold(isWhole && depth < DEEPEST, UNTOLD);
  const inside = asked.slice(4, -1);
  const comma = inside.indexOf(',');
  const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const said = madeValue(name) ?? (comma < 0 ? undefined : inside.slice(comma + 1));
  return said === undefined ? undefined : resolved(said, madeValue, depth + 1);
}
