import type { AddressFault } from '../../../domain/search/address.ts';
import { NOTHING_LEFT, PARTLY_LEFT_OUT } from '../../../messages/search-address.ts';
import { statusOf } from '../corrections/status.ts';
import type { Answer } from '../session.ts';

/** The places of a page in which the results of a search stand. */
interface Places {
  /** Tells screen readers what was found. */
  status: HTMLElement;
  /** All that stands below the status. */
  found: HTMLElement;
  results: HTMLElement;
}

/** How long a search takes before the page says that it is searching, in milliseconds. */
const PATIENCE = 300;

/** Where a page shows what was found. */
export class ResultPlace {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  set isBusy(isBusy: boolean) {
    if (isBusy) this.#places.found.setAttribute('aria-busy', 'true');
    else this.#places.found.removeAttribute('aria-busy');
  }

  /** Says after some time that a search goes on. @returns the timer, to be cleared where it ends before */
  sayWhenLate(isLatest: () => boolean): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      if (isLatest()) this.#say('Searching…');
    }, PATIENCE);
  }

  /** Shows an answer. @param offers words that may be meant, by those as written @param faults what of the address was left out */
  answer(
    items: readonly (HTMLElement | string)[],
    answer: Answer,
    offers: ReadonlyMap<string, string>,
    faults: readonly AddressFault[],
    lang: string,
  ): void {
    const status = statusOf(answer, offers, lang);
    this.#show(items, ...status, ...(faults.length > 0 ? [` ${PARTLY_LEFT_OUT}`] : []));
  }

  /** Shows that nothing is searched for. @param notice why, where the address asks for what cannot be */
  none(notice: HTMLElement | undefined): void {
    this.#show(notice ? [notice] : [], notice ? NOTHING_LEFT : '');
    this.#places.found.hidden = !notice;
  }

  /** Shows that a search could not be done. */
  failure(notice: HTMLElement): void {
    this.#show([notice], 'The search could not be done.');
  }

  #say(...sentence: (HTMLElement | string)[]) {
    this.#places.status.replaceChildren(...sentence);
  }

  #show(items: readonly (HTMLElement | string)[], ...sentence: (HTMLElement | string)[]) {
    this.#places.results.replaceChildren(...items);
    this.#say(...sentence);
    this.#places.found.hidden = false;
  }
}
