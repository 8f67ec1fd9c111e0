import type { SaxesTagNS } from 'saxes';
import { active, large } from '../media-fault.ts';

/** What is drawn at all, with all that is drawn again. */
const MOST_DRAWN = 200_000;
/** How many `use` there are: each is noted with every part that it stands in. */
const MOST_USES = 100_000;
/** How often a part that is drawn again draws another again. */
const DEEPEST = 50;

const SIMPLER = 'Draw it simpler, or save it as a PNG.';

/** What is named, and nothing of it is drawn. */
const STILL = new Set(['linearGradient', 'radialGradient', 'clipPath']);
/** A step of a filter works through all points below it: as long as drawing so many elements takes. */
const FILTERED = 1500;
/** What only says something of a step. */
const NO_STEP = /^fe(?:Func[ABGR]|MergeNode|(?:Distant|Point|Spot|)Light)$/;
const weightOf = (local: string) => (/^fe[A-Z]/.test(local) && !NO_STEP.test(local) ? FILTERED : 1);
const NAMED = /url\(\s{0,10}["']?#([^\s"')]{1,200})/g;

/** An element of a drawing with an id: what it is, how many elements it holds, and how often what is drawn in it again. */
interface Part {
  local: string;
  count: number;
  again: Map<string, number>;
}

const emptyPart = (local: string): Part => ({
  local,
  count: 0,
  again: new Map(),
});

/**
 * How often the parts of a drawing are drawn again (`use`, patterns, masks, markers, filters): a few lines may ask for
 * thousands of millions of them.
 */
export class Uses {
  readonly #parts = new Map<string, Part>();
  readonly #whole = emptyPart('svg');
  /** The parts that are open now, for each open element those that begin with it. */
  readonly #open: (Part | undefined)[] = [];
  #uses = 0;

  open({ local, attributes }: SaxesTagNS): void {
    const values = Object.values(attributes);
    let part: Part | undefined;
    for (const { local: key, value } of values)
      if (key === 'id' && !this.#parts.has(value)) {
        part = emptyPart(local);
        this.#parts.set(value, part);
      }
    this.#open.push(part);
    for (const one of [this.#whole, ...this.#open]) if (one) one.count += weightOf(local);
    for (const { local: key, value } of values) {
      if (local === 'use' && key === 'href') this.#again(value.slice(1));
      for (const [, id = ''] of value.matchAll(NAMED)) this.#again(id);
    }
  }

  close(): void {
    this.#open.pop();
  }

  /** Notes with all that is open that a part is drawn once more in it. */
  #again(id: string): void {
    if (++this.#uses > MOST_USES)
      throw large(`an SVG draws at most ${MOST_USES.toLocaleString('en')} parts again`, SIMPLER);
    for (const one of [this.#whole, ...this.#open])
      one?.again.set(id, (one.again.get(id) ?? 0) + 1);
  }

  /** @throws MediaFault where parts are drawn in themselves, or too often */
  refuseGrowth(): void {
    const sums = new Map<Part, number>();
    const drawn = (part: Part, within: readonly Part[]): number => {
      if (within.includes(part))
        throw active(
          'this SVG draws a part of itself in itself',
          'Take the <use> out that leads back to what it stands in.',
        );
      if (within.length > DEEPEST)
        throw large(`the <use> of an SVG lead on to each other at most ${DEEPEST} times`, SIMPLER);
      const known = sums.get(part);
      if (known !== undefined) return known;
      let sum = part.count;
      for (const [id, times] of part.again) {
        const other = this.#parts.get(id);
        if (other && !STILL.has(other.local)) sum += times * drawn(other, [...within, part]);
        if (sum > MOST_DRAWN) break;
      }
      sums.set(part, sum);
      return sum;
    };
    if (drawn(this.#whole, []) > MOST_DRAWN)
      throw large(
        `an SVG draws at most ${MOST_DRAWN.toLocaleString('en')} elements, with all that it draws again`,
        SIMPLER,
      );
  }
}
