import { mustHold } from '../unsound.ts';
import type { Drawn } from './drawing-tree.ts';
import { type Declaration, declarationsOf, type Rule } from './style-sheet.ts';

/** Each is asked of every element. */
const MOST_RULES = 500;
/** The properties by which something is not shown. */
const HIDING = new Set(['display', 'visibility', 'opacity']);
/** A selector of one element by its name, id and classes alone. */
const SIMPLE = /^(?:[a-z]\w{0,40}|\*)?(?:[.#][\w-]{1,200})*$/i;
const PARTS = /[.#]?[\w-]+/g;
const FIRST_OF_SPECIFICITY = [10_000, 100, 1] as const;

const isHiding = ([name]: Declaration) => HIDING.has(name) || name === 'all';

/** A rule for one simple selector that may hide what it is of. */
interface Hiding {
  names: string[];
  /** By how much it goes before others. */
  weight: number;
  values: Map<string, string>;
}

/** Which elements a drawing’s styles hide. */
export class Cascade {
  readonly #rules: Hiding[];
  /** Whether rules hold by the place of an element among others, so that none may be taken out. */
  readonly leansOnPlaces: boolean;

  /** @throws UnsoundFile where it cannot be known: on some screens alone, or of elements by what they stand in */
  constructor(rules: readonly Rule[]) {
    this.leansOnPlaces = rules.some(({ selectors }) => selectors.some((one) => /[+~:]/.test(one)));
    const [ids, classes, elements] = FIRST_OF_SPECIFICITY;
    this.#rules = rules
      .filter(({ declarations }) => declarations.some(isHiding))
      .flatMap(({ selectors, declarations, isConditional }) =>
        selectors.map((selector) => {
          const isKnown =
            !isConditional &&
            SIMPLE.test(selector) &&
            declarations.every(
              (one) => !isHiding(one) || (one[0] !== 'all' && !/!|var\(/.test(one[1])),
            );
          mustHold(isKnown, 'What the styles of the drawing hide cannot be told.');
          const names = selector.match(PARTS) ?? [];
          const weight = names.reduce(
            (sum, name) =>
              sum + (name.startsWith('#') ? ids : name.startsWith('.') ? classes : elements),
            0,
          );
          return { names, weight, values: new Map(declarations) };
        }),
      )
      .toSorted((one, other) => one.weight - other.weight);
    mustHold(
      this.#rules.length <= MOST_RULES,
      `The styles of the drawing hide parts in more than ${MOST_RULES} rules.`,
    );
  }

  /** The value of a property that hides; undefined where an element does not state it. @throws UnsoundFile */
  valueOf(element: Drawn, property: string): string | undefined {
    const { local, attributes } = element;
    const classes = new Set((attributes.get('class') ?? '').split(/\s/).map((name) => `.${name}`));
    const id = `#${attributes.get('id') ?? ''}`;
    let value = attributes.get(property);
    for (const { names, values } of this.#rules)
      if (names.every((name) => name === local || name === id || classes.has(name)))
        value = values.get(property) ?? value;
    for (const [name, said] of declarationsOf(attributes.get('style') ?? ''))
      if (name === property) value = said;
    mustHold(!/!|var\(/.test(value ?? ''), 'What the styles of the drawing hide cannot be told.');
    return value?.trim().toLowerCase();
  }
}
