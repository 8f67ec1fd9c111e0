import type { SaxesTagNS } from 'saxes';
import { active, large } from '../media-fault.ts';

/** What is drawn at all, with all that is drawn again. */
const MOST_DRAWN = 200_000;
/** How many `use` there are: each is noted with every part that it stands in. */
const MOST_USES = 20_000;
/** How often a part that is drawn again draws another again. */
const DEEPEST = 50;

const SIMPLER = 'Draw it simpler, or save it as a PNG.';

/** An element of a drawing with an id: how many elements it holds, and what is drawn in it again. */
interface Part {
  count: number;
  again: string[];
}

/** How often the parts of a drawing are drawn again (`use`): a few lines may ask for thousands of millions of them. */
export class Uses {
  readonly #parts = new Map<string, Part>();
  readonly #whole: Part = { count: 0, again: [] };
  /** The parts that are open now, for each open element those that begin with it. */
  readonly #open: (Part | undefined)[] = [];
  #uses = 0;

  open({ local, attributes }: SaxesTagNS): void {
    let part: Part | undefined;
    for (const { local: key, value } of Object.values(attributes))
      if (key === 'id' && !this.#parts.has(value)) {
        part = { count: 0, again: [] };
        this.#parts.set(value, part);
      }
    this.#open.push(part);
    const all = [this.#whole, ...this.#open];
    for (const one of all) if (one) one.count++;
    for (const { local: key, value } of Object.values(attributes))
      if (local === 'use' && key === 'href') {
        if (++this.#uses > MOST_USES)
          throw large(
            `an SVG draws at most ${MOST_USES.toLocaleString('en')} parts again`,
            SIMPLER,
          );
        for (const one of all) one?.again.push(value.slice(1));
      }
  }

  close(): void {
    this.#open.pop();
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
      for (const id of part.again) {
        const other = this.#parts.get(id);
        if (other) sum += drawn(other, [...within, part]);
        if (sum > MOST_DRAWN) break;
      }
      sums.set(part, sum);
      return sum;
    };
    if (drawn(this.#whole, []) > MOST_DRAWN)
      throw large(
        `an SVG draws at most ${MOST_DRAWN.toLocaleString('en')} elements, with all that <use> draws again`,
        SIMPLER,
      );
  }
}
