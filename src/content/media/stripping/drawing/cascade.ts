import { mustHold } from '../unsound.ts';
import { type Drawn, within } from './drawing-tree.ts';
import { HIDING, isOf, PAINTING, showingOf } from './hiding.ts';
import { asksForMade, isMade, MadeValues } from './made-values.ts';
import {
  type Declaration,
  declarationsOf,
  plainValue,
  type Rule,
  withoutComments,
} from './style-sheet.ts';

/** Those of them that readers reckon where something asks for a value that the drawing makes. */
const RECKONED = new Set(['clip-path', 'mask', 'transform']);
/** A selector of one element by its name, id and classes alone. */
const SIMPLE = /^(?:[a-z]\w{0,40}|\*)?(?:[.#][\w-]{1,200})*$/i;
/** What holds by what a reader does, or of the drawing itself, whatever else there is. */
const OF_STATE = /:(?:hover|active|focus|focus-visible|link|visited|root)(?![\w-])/gi;
const PARTS = /[.#]?[\w-]+/g;
const FIRST_OF_SPECIFICITY = [10_000, 100, 1] as const;
/** How many names of selectors are compared in all; more would take very long. */
const MOST_COMPARED = 20_000_000;

const isHiding = ([name]: Declaration) => HIDING.has(name) || name === 'all';
const isUntold = (value: string) => value.includes('!') || asksForMade(value);
const isPainting = (name: string) => PAINTING.has(name) || isMade(name);
const IMPORTANT = /!\s{0,10}important$/i;
const UNTOLD = 'What the styles of the drawing hide cannot be told.';
/** The selector of the drawing itself. */
const ROOT = ':root';

/** What an element states in its own style, which goes before all rules that are told. */
const styleOf = ({ attributes }: Drawn): Declaration[] =>
  declarationsOf(attributes.get('style') ?? '').map(([name, value]) => [
    name,
    value.replace(IMPORTANT, '').trim(),
  ]);

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
  readonly #root: Drawn;
  /** What each element states, read once. */
  readonly #stated = new Map<Drawn, Map<string, string>>();
  #compared = 0;
  /** The values that the drawing makes, wherever they hold. */
  readonly made: MadeValues;
  /** Whether rules hold by what else there is, elements or attributes, so that none may be taken out. */
  readonly leansOnOthers: boolean;

  /** @throws UnsoundFile where it cannot be known: on some screens alone, or of elements by what they stand in */
  constructor(rules: readonly Rule[], root: Drawn) {
    this.#root = root;
    this.leansOnOthers = rules.some(({ selectors }) =>
      selectors.some((one) => /[+~:[]/.test(one.replace(OF_STATE, ''))),
    );
    this.made = new MadeValues([
      ...rules.flatMap(({ declarations }) =>
        declarations.map(([name, value]): Declaration => [name, value.replace(IMPORTANT, '')]),
      ),
      ...within(root).flatMap(styleOf),
    ]);
    this.#rules = rules
      .flatMap((rule) => rule.selectors.flatMap((selector) => this.#showing(rule, selector)))
      .toSorted((one, other) => one.weight - other.weight);
  }

  #showing({ declarations, isConditional }: Rule, selector: string): Showing[] {
    const isSimple = !isConditional && (selector === ROOT || SIMPLE.test(selector));
    const isKnown =
      (isSimple || !declarations.some(isHiding)) &&
      declarations.every(
        (one) => !isHiding(one) || (isSimple && one[0] !== 'all' && !isUntold(one[1])),
      );
    mustHold(isKnown, UNTOLD);
    const shown = showingOf(declarations);
    if (shown.length === 0) return [];
    for (const [name, value] of shown) if (!isSimple || value.includes('!')) this.#untold.add(name);
    if (!isSimple) return [];
    const names = selector === ROOT ? [ROOT] : (selector.match(PARTS) ?? []);
    const [ids, classes, elements] = FIRST_OF_SPECIFICITY;
    const weight = names.reduce(
      (sum, name) => sum + (name.startsWith('#') ? ids : /^[.:]/.test(name) ? classes : elements),
      0,
    );
    return [{ names: [...new Set(names)], weight, values: new Map(shown) }];
  }

  /** Counts what is compared or copied. @throws UnsoundFile where it is more than can be in time */
  count(steps: number): void {
    this.#compared += steps;
    mustHold(
      this.#compared <= MOST_COMPARED,
      'The styles of the drawing have too many rules for as many parts.',
    );
  }

  #read(element: Drawn): Map<string, string> {
    const { local, attributes } = element;
    const stated = new Map(
      [...attributes]
        .filter(([name]) => HIDING.has(name) || PAINTING.has(name))
        .map(([name, value]): Declaration => [name, withoutComments(value).trim()])
        .filter(([name, value]) => isOf(name, value)),
    );
    const names = new Set(
      (attributes.get('class') ?? '').split(/[\t\n\f\r ]/).map((name) => `.${name}`),
    );
    names.add(local).add(`#${attributes.get('id') ?? ''}`);
    if (element === this.#root) names.add(ROOT);
    for (const rule of this.#rules) {
      const other = rule.names.findIndex((name) => !names.has(name));
      this.count(1 + (other < 0 ? rule.names.length : other));
      if (other < 0) for (const [name, value] of rule.values) stated.set(name, value);
    }
    for (const [name, value] of showingOf(styleOf(element))) stated.set(name, value);
    for (const [name, value] of stated) {
      const isAsking = asksForMade(value);
      mustHold(!isUntold(value) || isPainting(name), UNTOLD);
      mustHold(!(isAsking && RECKONED.has(name)), UNTOLD);
      if (value.includes('!') || this.#untold.has(name)) stated.delete(name);
      else if (!isAsking && !isMade(name)) stated.set(name, plainValue(value));
    }
    return stated;
  }

  /** What an element states of how it is shown and painted, and the values that it makes. @throws UnsoundFile */
  valuesOf(element: Drawn): ReadonlyMap<string, string> {
    let stated = this.#stated.get(element);
    if (!stated) {
      stated = this.#read(element);
      this.#stated.set(element, stated);
    }
    return stated;
  }

  /** The value of a property by which something is hidden; undefined where an element does not state it. @throws UnsoundFile */
  valueOf = (element: Drawn, property: string): string | undefined =>
    this.valuesOf(element).get(property);

  /** Whether it cannot be told how a property is painted, since some rule for it leans on more than an element. */
  isUntold = (property: string): boolean => this.#untold.has(property);
}
