import { at, type XmlElement } from '../xml/element.ts';
import { limited } from './block.ts';
import { type Lists, type Style, settingOf } from './word-styles.ts';

/** The numbers of the items of lists, which no document of Word says: they are counted. */
export class WordNumbers {
  readonly #lists: Lists;
  readonly #counts = new Map<string, number[]>();

  constructor(lists: Lists) {
    this.#lists = lists;
  }

  /** The level and number of a paragraph that is an item of a list, by itself or by its styles. */
  next(own: XmlElement | undefined, chain: readonly Style[]) {
    const numberings = [own, ...chain.map(({ paragraph }) => paragraph)].flatMap((one) =>
      one ? at(one, 'numpr') : [],
    );
    const id = numberings.map((one) => settingOf(one, 'numid')).find(Boolean);
    if (id === undefined || id === '0') return undefined;
    const level = limited(numberings.map((one) => settingOf(one, 'ilvl')).find(Boolean), 0, 8);
    const list = this.#lists.get(id)?.[level];
    const counts = this.#counts.get(id) ?? [];
    const number = (counts[level] ?? (list?.start ?? 1) - 1) + 1;
    this.#counts.set(id, [
      ...counts.slice(0, level),
      ...Array(Math.max(0, level - counts.length)).fill(undefined),
      number,
    ]);
    return { level: level + 1, number: list?.isNumbered ? number : undefined };
  }
}
