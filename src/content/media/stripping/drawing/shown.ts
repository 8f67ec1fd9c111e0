import { asksForOthers } from '../../inspection/drawing/left-out.ts';
import { mustHold } from '../unsound.ts';
import type { Cascade } from './cascade.ts';
import { type Drawn, elementsOf, within } from './drawing-tree.ts';
import { cutsAll, isSeen, isWithoutSize, PAINTED, type Paint, paintOf, USED } from './paint.ts';
import { isNothing } from './svg-number.ts';
import { isFlat } from './transform.ts';

const words = (list: string) => new Set(list.split(' '));

/** What is drawn only where something refers to it. */
const NAMED = words(
  'defs symbol clipPath mask marker pattern linearGradient radialGradient filter',
);
/** What is drawn itself, so that it is not where it is made invisible; what stands in others may be visible again. */
const GRAPHIC = words('path rect circle ellipse line polyline polygon text');
const WITHIN_TEXT = words('tspan textPath');
/** What is told of a part: its letters are not drawn, and still read. */
const WRITTEN = words('title desc style');
/** What of a choice is none of what is chosen from. */
const NO_CHOICE = words('title desc defs style');
const CONDITIONS = ['requiredExtensions', 'systemLanguage'];
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
  /** What stands in words; elsewhere, nothing of words is drawn. */
  readonly #ofText = new Set<Drawn>();
  /** What was reached, and whether where it is visible unless it says otherwise. */
  readonly #reached = new Map<Drawn, boolean>();
  /** The same of what something refers to, which may paint otherwise what stands in it. */
  readonly #used = new Map<Drawn, boolean>();
  /** What was referred to, and stands for itself. */
  readonly #followed: Drawn[] = [];
  /** Kept without what stands in it: of several, one is chosen by its place. */
  readonly #shells = new Set<Drawn>();
  readonly #kept = new Set<Drawn>();

  /** @param styled ids that style sheets refer to @throws UnsoundFile where what is hidden cannot be told */
  constructor(root: Drawn, cascade: Cascade, styled: readonly string[]) {
    this.#cascade = cascade;
    const all = within(root);
    for (const element of all) {
      const id = element.attributes.get('id');
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
    }
    const open = all.filter(({ local }) => local === 'text');
    for (let one = open.pop(); one; one = open.pop())
      for (const part of elementsOf(one).filter(({ local }) => WITHIN_TEXT.has(local)))
        if (!this.#ofText.has(part)) {
          this.#ofText.add(part);
          open.push(part);
        }
    this.#reach(root, PAINTED);
    for (const id of styled) this.#follow(id);
    // They lead on to each other, as often as a drawing likes.
    for (let next = this.#followed.pop(); next; next = this.#followed.pop())
      this.#reach(next, USED, true);
    for (const element of all.toReversed())
      if (
        this.has(element) ||
        this.#shells.has(element) ||
        elementsOf(element).some((child) => this.#kept.has(child))
      )
        this.#kept.add(element);
  }

  /** Whether an element is shown or used itself. */
  has = (element: Drawn): boolean =>
    this.#reached.has(element) || this.#used.has(element) || element.local === 'style';

  /** Whether what is written in an element itself is drawn, or names what is. */
  isWritten = (element: Drawn): boolean =>
    this.has(element) &&
    (WRITTEN.has(element.local) || element.local === 'text' || this.#ofText.has(element));

  /** Whether an element stays, if only for what stands in it. */
  keeps = (element: Drawn): boolean => this.#kept.has(element);

  /** Whether what an element is cut or masked by leaves nothing of it. */
  #isCutOff(element: Drawn, property: string): boolean {
    const [id] = referencesIn(this.#cascade.valueOf(element, property) ?? '');
    const cut = id === undefined ? undefined : this.#byId.get(id);
    if (cut?.local !== 'clipPath' && cut?.local !== 'mask') return false;
    return elementsOf(cut).every(
      (part) => cutsAll(part) || this.#cascade.valueOf(part, 'display') === 'none',
    );
  }

  #isGone(element: Drawn): boolean {
    if (this.#cascade.valueOf(element, 'display') === 'none') return true;
    if (isWithoutSize(element)) return true;
    if (asksForOthers(element.attributes.get('requiredExtensions'))) return true;
    // The rest is of graphics and groups alone.
    if (WITHIN_TEXT.has(element.local)) return !this.#ofText.has(element);
    if (isFlat(this.#cascade.valueOf(element, 'transform'))) return true;
    if (this.#isCutOff(element, 'clip-path') || this.#isCutOff(element, 'mask')) return true;
    const opacity = this.#cascade.valueOf(element, 'opacity');
    return isNothing(opacity);
  }

  #follow(id: string): void {
    const element = this.#byId.get(id);
    if (
      element &&
      !isWithoutSize(element) &&
      (NAMED.has(element.local) || this.#cascade.valueOf(element, 'display') !== 'none')
    )
      this.#followed.push(element);
  }

  /** Whether the path is there that words stand on, or a shape in its place. */
  #hasPath({ attributes }: Drawn): boolean {
    const address = attributes.get('href') ?? attributes.get('xlink:href') ?? '';
    const on = this.#byId.get(address.slice(1));
    return attributes.has('path') || (on !== undefined && GRAPHIC.has(on.local));
  }

  /** Whether words are seen; of all in them the same must hold. @throws UnsoundFile */
  #isReadable(text: Drawn, paint: Paint): boolean {
    const isOnPath = text.local !== 'textPath' || this.#hasPath(text);
    const isRead = isOnPath && isSeen(this.#cascade, text, paint, this.#byId, true);
    for (const part of elementsOf(text).filter(({ local }) => WITHIN_TEXT.has(local)))
      mustHold(
        this.#isReadable(part, paintOf(this.#cascade, part, paint)) === isRead,
        'Words of the drawing are hidden among others.',
      );
    return isRead;
  }

  /** @param isOutline whether its outline may count, however it would be drawn */
  #reach(element: Drawn, above: Paint, isOutline = false): void {
    const paint = paintOf(this.#cascade, element, above);
    const reached = paint.isUsed ? this.#used : this.#reached;
    const before = reached.get(element);
    if (before === true || before === paint.isVisible) return;
    if (GRAPHIC.has(element.local)) {
      const isDrawn =
        element.local === 'text'
          ? this.#isReadable(element, paint)
          : isSeen(this.#cascade, element, paint, this.#byId, false);
      if (!isDrawn && !(isOutline && paint.isVisible)) return;
    }
    reached.set(element, paint.isVisible);
    for (const id of referencesOf(element)) this.#follow(id);
    this.#reachChildren(element, paint, isOutline);
  }

  #reachChildren(element: Drawn, paint: Paint, isUsed: boolean): void {
    // The outline of a path that cuts is what counts, however it would be drawn.
    const isOutline = element.local === 'clipPath';
    let isChosen = false;
    for (const child of elementsOf(element)) {
      if (NAMED.has(child.local)) continue;
      const isGone = isOutline
        ? this.#cascade.valueOf(child, 'display') === 'none'
        : this.#isGone(child);
      const isChoice = element.local === 'switch' && !NO_CHOICE.has(child.local);
      if (isChoice && isChosen) continue;
      isChosen ||= isChoice && !CONDITIONS.some((name) => child.attributes.has(name));
      const isWithinText = WITHIN_TEXT.has(child.local);
      if (!isGone) this.#reach(child, paint, isOutline || (isUsed && isWithinText));
      else if (isChoice) this.#shells.add(child);
    }
  }
}
