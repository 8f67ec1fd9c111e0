import { type AddressFault, type SoundSearch, soundSearch } from '../../domain/search/address.ts';
import {
  isBlank,
  narrowed,
  type SearchState,
  searchOf,
  stateOf,
} from '../../domain/search/state.ts';
import { faultNotice } from './address-notice.ts';
import { Combobox } from './combobox.ts';
import { Filters } from './filters/filters.ts';
import { NameFilters } from './filters/name-filters.ts';
import { rememberFocus, restoreFocus } from './focus.ts';
import { fillForm, formState } from './form.ts';
import { PageAddress } from './page-address.ts';
import { answerItems } from './results/answer-items.ts';
import { ResultPlace } from './results/result-place.ts';
import type { PageContext } from './results/results.ts';
import { type Answer, SearchSession } from './session.ts';
import { unanswered } from './unanswered.ts';

/**
 * `<archive-search base lang site>`: makes the search form in it work. All its state is in the page's address: the form
 * changes the address, and each change, also by Back and Forward, starts a search.
 */
class ArchiveSearch extends HTMLElement {
  #session = new SearchSession('/', 'en');
  /** The number of the latest search; answers to older ones are dropped. */
  #latest = 0;

  connectedCallback() {
    this.#session = new SearchSession(this.#context.base, this.#context.lang);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(formState(this.#form));
    });
    const { lang } = this.#context;
    this.#filters = new Filters(this.#part('narrow'), lang, () => this.#session.open());
    this.#names = new NameFilters(this.#form, this.#filters, lang);
    this.addEventListener('change', (event) => {
      if ((event.target as Element).matches('[type=checkbox], select'))
        this.#go(formState(this.#form));
    });
    this.addEventListener('click', (event) => this.#follow(event));
    window.addEventListener('popstate', () => this.#return());
    const box = this.#part<HTMLInputElement>('query');
    this.#offers = new Combobox(box, this.#part('offers'), {
      lang,
      suggest: (typed) => this.#session.suggest(typed),
      meant: (word) => this.#session.meant(word),
      choose: ({ kind, id }, rest) =>
        this.#go(narrowed({ ...formState(this.#form), q: rest }, kind, id)),
    });
    // The first letter needs it, and so do the lists of dates.
    this.#session.open().catch(() => undefined);
    void this.#return();
  }

  #offers: Combobox | undefined;
  #filters: Filters | undefined;
  #names: NameFilters | undefined;

  get #context(): PageContext {
    const attribute = (name: string, other: string) => this.getAttribute(name) ?? other;
    return {
      base: attribute('base', '/'),
      lang: attribute('lang', 'en'),
      site: attribute('site', location.origin),
    };
  }

  get #form() {
    return this.#part<HTMLFormElement>('form');
  }

  /** True on the “not found” page: a search from there opens the search page. */
  get #isAway() {
    return this.hasAttribute('from-address');
  }

  #part = <E extends Element>(name: string): E => {
    const part = this.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`The search page lacks its part “${name}”.`);
    return part;
  };

  get #address() {
    return new PageAddress(this.#context.base, this.#isAway);
  }

  async #return() {
    await this.#show(this.#address.state);
    restoreFocus(this);
  }

  #go(state: SearchState) {
    const search = searchOf(state);
    this.#offers?.close();
    if (this.#isAway) return location.assign(this.#form.action + search);
    rememberFocus(this);
    if (search !== location.search) history.pushState(null, '', search || location.pathname);
    void this.#show(state);
  }

  /** Follows links to other searches without loading the page again. */
  async #follow(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    rememberFocus(this);
    if (!link.getAttribute('href')?.startsWith('?')) return;
    event.preventDefault();
    const state = stateOf(new URLSearchParams(link.search));
    if (this.#isAway) return this.#go(state);
    history.pushState(null, '', searchOf(state) || location.pathname);
    await this.#show(state);
    const heading = this.#part<HTMLElement>('heading');
    heading.focus();
    heading.scrollIntoView();
  }

  async #show(asked: SearchState): Promise<void> {
    let state = asked;
    const search = ++this.#latest;
    const isLatest = () => search === this.#latest;
    const place = this.#place;
    const senseless = this.#address.faults;
    this.#showForm(state);
    if (isBlank(state)) return this.#showNone(state, senseless);
    place.isBusy = true;
    const waiting = place.sayWhenLate(isLatest);
    try {
      state = await this.#session.present(asked);
      if (isLatest() && searchOf(state) !== searchOf(asked)) {
        history.replaceState(history.state, '', searchOf(state));
        this.#showForm(state);
      }
      const { files } = await this.#session.open();
      const sound = await soundSearch(state, files);
      sound.faults.unshift(...senseless);
      if (!isLatest()) return;
      // The days stay in their lists, so that one of them can be chosen anew.
      fillForm(this.#form, sound.state);
      this.#filters?.tell(sound.state);
      if (isBlank(sound.state)) return this.#showNone(sound.state, sound.faults);
      const answer = await this.#session.find(sound.state);
      if (!isLatest()) return;
      this.#fill(sound, answer, new Map());
      clearTimeout(waiting);
      // Where they do not come, nothing is offered.
      const nearest = await this.#session.offers(answer.finding).catch(() => new Map());
      if (!isLatest()) return;
      if (nearest.size > 0) this.#fill(sound, answer, nearest);
      place.isBusy = false;
      const { finding } = answer;
      await this.#names?.show(finding, () => this.#session.coNamed(finding, sound.state), isLatest);
    } catch (error) {
      if (isLatest()) this.#fail(state, error);
    } finally {
      clearTimeout(waiting);
      if (isLatest()) place.isBusy = false;
    }
  }

  get #place() {
    const part = this.#part<HTMLElement>;
    return new ResultPlace({
      status: part('status'),
      found: part('found'),
      results: part('results'),
    });
  }

  #showForm(state: SearchState) {
    fillForm(this.#form, state);
    this.#filters?.show(state);
  }

  #showNone(state: SearchState, faults: readonly AddressFault[]) {
    this.#names?.clear();
    this.#place.isBusy = false;
    this.#place.none(faultNotice(faults, state, this.#context.lang));
  }

  #fill(sound: SoundSearch, answer: Answer, nearest: ReadonlyMap<string, string>) {
    const items = answerItems(sound, answer, nearest, this.#session, this.#context);
    this.#place.answer(items, answer, nearest, sound.faults, this.#context.lang);
  }

  #fail(state: SearchState, error: unknown) {
    const retry = () => {
      // Everything is fetched again, since files that were kept may be of an older release.
      this.#session = new SearchSession(this.#context.base, this.#context.lang);
      void this.#show(state).then(() => this.#part<HTMLElement>('heading').focus());
    };
    this.#names?.clear();
    this.#showForm(state);
    this.#place.failure(unanswered(error, retry));
  }
}

customElements.define('archive-search', ArchiveSearch);
