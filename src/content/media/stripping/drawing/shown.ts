import { mustHold } from '../unsound.ts';
import type { Cascade } from './cascade.ts';
import { type Drawn, elementsOf, within } from './drawing-tree.ts';

const words = (list: string) => new Set(list.split(' '));

/** What is drawn only where something refers to it. */
const NAMED = words(
  'defs symbol clipPath mask marker pattern linearGradient radialGradient filter',
);
/** What is drawn itself, so that it is not where it is made invisible; what stands in others may be visible again. */
const GRAPHIC = words('path rect circle ellipse line polyline polygon text');
const WITHIN_TEXT = words('tspan textPath');
const REFERENCE = /url\(\s{0,10}["']?#([^\s"')]{1,200})/g;
const LABELS = ['aria-labelledby', 'aria-describedby'];

/** The ids that an element refers to. */
function referencesOf({ attributes }: Drawn): string[] {
  const links = ['href', 'xlink:href'].flatMap((name) => attributes.get(name)?.slice(1) ?? []);
  const labels = LABELS.flatMap((name) => (attributes.get(name) ?? '').split(/\s/));
  const rest = [...attributes.values()].flatMap((value) => referencesIn(value));
  return [...links, ...labels, ...rest];
}

/** The ids that a style refers to. */
export const referencesIn = (style: string): string[] =>
  [...style.matchAll(REFERENCE)].map(([, id = '']) => id);

/** What of a drawing is shown, or used by what is shown. */
export class Shown {
  readonly #cascade: Cascade;
  readonly #byId = new Map<string, Drawn>();
  /** What was reached, and whether where it is visible unless it says otherwise. */
  readonly #reached = new Map<Drawn, boolean>();
  /** Kept without what stands in it: of several, one is chosen by its place. */
  readonly #shells = new Set<Drawn>();

  /** @param styled ids that style sheets refer to @throws UnsoundFile where what is hidden cannot be told */
  constructor(root: Drawn, cascade: Cascade, styled: readonly string[]) {
    this.#cascade = cascade;
    for (const element of within(root)) {
      const id = element.attributes.get('id');
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
    }
    this.#reach(root, true);
    for (const id of styled) this.#follow(id);
  }

  /** Whether an element is shown or used itself. */
  has = (element: Drawn): boolean => this.#reached.has(element) || element.local === 'style';

  /** Whether an element stays, if only for what stands in it. */
  keeps = (element: Drawn): boolean =>
    this.has(element) || this.#shells.has(element) || elementsOf(element).some(this.keeps);

  #isGone(element: Drawn): boolean {
    if (this.#cascade.valueOf(element, 'display') === 'none') return true;
    const opacity = this.#cascade.valueOf(element, 'opacity');
    // It is of graphics and groups alone.
    return (
      opacity !== undefined && Number.parseFloat(opacity) === 0 && !WITHIN_TEXT.has(element.local)
    );
  }

  #isVisible(element: Drawn, isInherited: boolean): boolean {
    const said = this.#cascade.valueOf(element, 'visibility');
    return said === undefined || said === 'inherit' ? isInherited : said === 'visible';
  }

  #follow(id: string): void {
    const element = this.#byId.get(id);
    if (
      element &&
      (NAMED.has(element.local) || this.#cascade.valueOf(element, 'display') !== 'none')
    )
      this.#reach(element, true);
  }

  #reach(element: Drawn, isInherited: boolean): void {
    const isVisible = this.#isVisible(element, isInherited);
    const before = this.#reached.get(element);
    if (before === true || before === isVisible) return;
    if (GRAPHIC.has(element.local)) {
      const parts = within(element).filter(({ local }) => WITHIN_TEXT.has(local));
      mustHold(
        parts.every((part) => this.#isVisible(part, isVisible) === isVisible),
        'Words of the drawing are hidden among others.',
      );
      if (!isVisible) return;
    }
    this.#reached.set(element, isVisible);
    for (const id of referencesOf(element)) this.#follow(id);
    // The outline of a path that cuts is what counts, however it would be drawn.
    const isOutline = element.local === 'clipPath';
    for (const child of elementsOf(element)) {
      if (NAMED.has(child.local)) continue;
      const isGone = isOutline
        ? this.#cascade.valueOf(child, 'display') === 'none'
        : this.#isGone(child);
      if (!isGone) this.#reach(child, isVisible);
      else if (element.local === 'switch') this.#shells.add(child);
    }
  }
}
