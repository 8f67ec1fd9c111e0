import { FILTERED_KINDS, type SearchState } from '../../../domain/search/state.ts';
import { filtersSet } from '../../../messages/search-filters.ts';
import { DateLists, type OpenFiles } from './date-lists.ts';

const WIDE = '(min-width: 60rem)';

/** How many filters a search has: each name, and the dates together. */
const countOf = ({ chosen, from, to }: SearchState): number =>
  FILTERED_KINDS.reduce((sum, kind) => sum + chosen[kind].length, 0) + (from || to ? 1 : 0);

/**
 * What narrows a search. On narrow screens it is behind a button, and takes half of the screen at most: below it the
 * results are seen.
 */
export class Filters {
  readonly #element: HTMLDetailsElement;
  readonly #lang: string;
  readonly #dates: Record<'from' | 'to', DateLists>;
  /** Is done once, when somebody opens them. */
  whenOpen: (() => void) | undefined;

  constructor(element: HTMLDetailsElement, lang: string, open: OpenFiles) {
    this.#element = element;
    this.#lang = lang;
    this.#dates = {
      from: new DateLists(this.#part('from'), 'from', lang, open),
      to: new DateLists(this.#part('to'), 'to', lang, open),
    };
    element.open = matchMedia(WIDE).matches;
    element.addEventListener('change', () => this.#makeRoom());
    element.addEventListener('toggle', () => {
      this.#makeRoom();
      if (!this.isOpen) return;
      const act = this.whenOpen;
      this.whenOpen = undefined;
      act?.();
    });
  }

  get isOpen(): boolean {
    return this.#element.open;
  }

  /** Tells how many filters a search has. */
  tell(state: SearchState): void {
    this.#part('set').textContent = filtersSet(countOf(state), this.#lang);
  }

  /** Shows the filters of a search. */
  show(state: SearchState): void {
    this.tell(state);
    for (const side of ['from', 'to'] as const) this.#dates[side].show(state[side]);
  }

  #part(name: string): Element {
    const part = this.#element.querySelector(`[data-part="${name}"]`);
    if (!part) throw new Error(`The filters lack their part “${name}”.`);
    return part;
  }

  /** Scrolls so far that filters and results are seen. */
  #makeRoom() {
    if (!matchMedia(WIDE).matches && this.#element.open)
      this.#element.scrollIntoView({ block: 'start' });
  }
}
