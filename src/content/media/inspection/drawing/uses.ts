import type { SaxesTagNS } from 'saxes';
import { active, large } from '../media-fault.ts';

/** What is drawn at all, with all that is drawn again. */
const MOST_DRAWN = 200_000;
/** How many `use` there are: a renderer takes long, and much memory, for each. */
const MOST_USES = 20_000;
/** How often a part that is drawn again draws another again. */
const DEEPEST = 50;
/** How many parts stand in each other, through all that is drawn again. */
const LONGEST_WAY = 2000;

const SIMPLER = 'Draw it simpler, or save it as a PNG.';

/** What is named, and nothing of it is drawn. */
const STILL = new Set(['linearGradient', 'radialGradient', 'clipPath']);
/** A step of a filter works through all points below it: as long as drawing so many elements takes. */
const FILTERED = 1500;
/** What only says something of a step. */
const NO_STEP = /^fe(?:Func[ABGR]|MergeNode|(?:Distant|Point|Spot|)Light)$/;
const weightOf = (local: string) => (/^fe[A-Z]/.test(local) && !NO_STEP.test(local) ? FILTERED : 1);
const NAMED = /url\(\s{0,10}["']?#([^\s"')]{1,200})/g;

/**
 * An element of a drawing with an id: what it is, how many elements it holds and how often what is drawn in it again, but for
 * the parts in it, which know that themselves.
 */
interface Part {
  local: string;
  count: number;
  again: Map<string, number>;
  inner: Part[];
}

const emptyPart = (local: string): Part => ({
  local,
  count: 0,
  again: new Map(),
  inner: [],
});

/**
 * How often the parts of a drawing are drawn again (`use`, patterns, masks, markers, filters): a few lines may ask for
 * thousands of millions of them.
 */
export class Uses {
  readonly #parts = new Map<string, Part>();
  readonly #whole = emptyPart('svg');
  /** For each element that is open now, the part that it stands in or is. */
  readonly #open: Part[] = [];
  #uses = 0;

  open({ local, attributes }: SaxesTagNS): void {
    const values = Object.values(attributes);
    const outer = this.#open.at(-1) ?? this.#whole;
    let part = outer;
    for (const { local: key, value } of values)
      if (key === 'id' && !this.#parts.has(value)) {
        part = emptyPart(local);
        this.#parts.set(value, part);
      }
    if (part !== outer) outer.inner.push(part);
    this.#open.push(part);
    part.count += weightOf(local);
    for (const { local: key, value } of values) {
      if (local === 'use' && key === 'href') this.#again(part, value.slice(1));
      for (const [, id = ''] of value.matchAll(NAMED)) this.#again(part, id);
    }
  }

  close(): void {
    this.#open.pop();
  }

  /** Notes that a part is drawn once more in another. */
  #again(within: Part, id: string): void {
    if (++this.#uses > MOST_USES)
      throw large(`an SVG draws at most ${MOST_USES.toLocaleString('en')} parts again`, SIMPLER);
    within.again.set(id, (within.again.get(id) ?? 0) + 1);
  }

  /** @throws MediaFault where parts are drawn in themselves, or too often */
  refuseGrowth(): void {
    const sums = new Map<Part, number>();
    const within = new Set<Part>();
    /** @param hops how often what is drawn led here from another part */
    const drawn = (part: Part, hops: number): number => {
      if (within.has(part))
        throw active(
          'this SVG draws a part of itself in itself',
          'Take the <use> out that leads back to what it stands in.',
        );
      if (hops > DEEPEST || within.size > LONGEST_WAY)
        throw large(`the <use> of an SVG lead on to each other at most ${DEEPEST} times`, SIMPLER);
      const known = sums.get(part);
      if (known !== undefined) return known;
      within.add(part);
      let sum = part.count;
      for (const inner of part.inner) sum += drawn(inner, hops);
      for (const [id, times] of part.again) {
        const other = this.#parts.get(id);
        if (other && !STILL.has(other.local)) sum += times * drawn(other, hops + 1);
        if (sum > MOST_DRAWN) break;
      }
      within.delete(part);
      sums.set(part, sum);
      return sum;
    };
    if (drawn(this.#whole, 0) > MOST_DRAWN)
      throw large(
        `an SVG draws at most ${MOST_DRAWN.toLocaleString('en')} elements, with all that it draws again`,
        SIMPLER,
      );
  }
}
