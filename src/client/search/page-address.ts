import { type AddressFault, senselessValues } from '../../domain/search/address.ts';
import { isBlank, type SearchState, stateOf, wordsOfPath } from '../../domain/search/state.ts';

/** The address of a page that searches. */
export class PageAddress {
  readonly #base: string;
  readonly #isAway: boolean;

  /** @param isAway true on the “not found” page, whose address has words to search for */
  constructor(base: string, isAway: boolean) {
    this.#base = base;
    this.#isAway = isAway;
  }

  /** What the address asks for. */
  get state(): SearchState {
    const state = stateOf(new URLSearchParams(location.search));
    if (!this.#isAway || !isBlank(state)) return state;
    return { ...state, q: wordsOfPath(location.pathname.slice(this.#base.length)) };
  }

  /** What in it makes no sense; of an address of another page that is not said. */
  get faults(): AddressFault[] {
    return this.#isAway ? [] : senselessValues(new URLSearchParams(location.search));
  }
}
