import { mustHold } from '../unsound.ts';
import type { Drawn } from './drawing-tree.ts';
import { HIDING, isOf, PAINTING, showingOf } from './hiding.ts';
import { type Declaration, declarationsOf, type Rule } from './style-sheet.ts';

/** A selector of one element by its name, id and classes alone. */
const SIMPLE = /^(?:[a-z]\w{0,40}|\*)?(?:[.#][\w-]{1,200})*$/i;
const PARTS = /[.#]?[\w-]+/g;
const FIRST_OF_SPECIFICITY = [10_000, 100, 1] as const;
/** How many names of selectors are compared in all; more would take very long. */
const MOST_COMPARED = 20_000_000;

const isHiding = ([name]: Declaration) => HIDING.has(name) || name === 'all';
const isUntold = (value: string) => /!|var\(/.test(value);

/** A rule for one simple selector that says how something is shown. */
interface Showing {
  names: string[];
  /** By how much it goes before others. */
  weight: number;
  values: Map<string, string>;
}

/** Which elements a drawing’s styles hide. */
export class Cascade {
  readonly #rules: Showing[];
  /** Those of how something is painted that cannot be told of any element. */
  readonly #untold = new Set<string>();
  /** What each element states, read once. */
  readonly #stated = new Map<Drawn, Map<string, string>>();
  #compared = 0;
  /** Whether rules hold by the place of an element among others, so that none may be taken out. */
  readonly leansOnPlaces: boolean;

  /** @throws UnsoundFile where it cannot be known: on some screens alone, or of elements by what they stand in */
  constructor(rules: readonly Rule[]) {
    this.leansOnPlaces = rules.some(({ selectors }) => selectors.some((one) => /[+~:]/.test(one)));
    this.#rules = rules
      .flatMap((rule) => rule.selectors.flatMap((selector) => this.#showing(rule, selector)))
      .toSorted((one, other) => one.weight - other.weight);
  }

  #showing({ declarations, isConditional }: Rule, selector: string): Showing[] {
    const isSimple = !isConditional && SIMPLE.test(selector);
    const isKnown =
      (isSimple || !declarations.some(isHiding)) &&
      declarations.every(
        (one) => !isHiding(one) || (isSimple && one[0] !== 'all' && !isUntold(one[1])),
      );
    mustHold(isKnown, 'What the styles of the drawing hide cannot be told.');
    const shown = showingOf(declarations);
    if (shown.length === 0) return [];
    for (const [name, value] of shown) if (!isSimple || isUntold(value)) this.#untold.add(name);
    if (!isSimple) return [];
    const names = selector.match(PARTS) ?? [];
    const [ids, classes, elements] = FIRST_OF_SPECIFICITY;
    const weight = names.reduce(
      (sum, name) => sum + (name.startsWith('#') ? ids : name.startsWith('.') ? classes : elements),
      0,
    );
    return [{ names: [...new Set(names)], weight, values: new Map(shown) }];
  }

  #read({ local, attributes }: Drawn): Map<string, string> {
    const stated = new Map(
      [...attributes].filter(
        ([name, value]) => (HIDING.has(name) || PAINTING.has(name)) && isOf(name, value),
      ),
    );
    const names = new Set((attributes.get('class') ?? '').split(/\s/).map((name) => `.${name}`));
    names.add(local).add(`#${attributes.get('id') ?? ''}`);
    for (const rule of this.#rules) {
      const other = rule.names.findIndex((name) => !names.has(name));
      this.#compared += 1 + (other < 0 ? rule.names.length : other);
      if (other < 0) for (const [name, value] of rule.values) stated.set(name, value);
    }
    mustHold(
      this.#compared <= MOST_COMPARED,
      'The styles of the drawing have too many rules for as many parts.',
    );
    for (const [name, value] of showingOf(declarationsOf(attributes.get('style') ?? '')))
      stated.set(name, value);
    for (const [name, value] of stated) {
      const isTold = !isUntold(value);
      mustHold(isTold || PAINTING.has(name), 'What the styles of the drawing hide cannot be told.');
      // Small and capital letters tell ids apart.
      const plain = /url\(/i.test(value) ? value.trim() : value.trim().toLowerCase();
      if (isTold && !this.#untold.has(name)) stated.set(name, plain);
      else stated.delete(name);
    }
    return stated;
  }

  /** The value of a property by which something is hidden; undefined where an element does not state it. @throws UnsoundFile */
  valueOf(element: Drawn, property: string): string | undefined {
    let stated = this.#stated.get(element);
    if (!stated) {
      stated = this.#read(element);
      this.#stated.set(element, stated);
    }
    return stated.get(property);
  }

  /** Whether it cannot be told how a property is painted, since some rule for it leans on more than an element. */
  isUntold = (property: string): boolean => this.#untold.has(property);
}
