import {
  isBlank,
  narrowed,
  type SearchState,
  searchOf,
  stateOf,
  wordsOfPath,
} from '../../domain/search/state.ts';
import { answerItems } from './answer-items.ts';
import { Combobox } from './combobox.ts';
import { facetFields } from './facets.ts';
import { rememberFocus, restoreFocus } from './focus.ts';
import { fillForm, formState, showChoices } from './form.ts';
import { countSentence, type PageContext } from './results.ts';
import { type Answer, SearchSession } from './session.ts';
import { unanswered } from './unanswered.ts';

/** How long a search takes before the page says that it is searching, in milliseconds. */
const PATIENCE = 300;

/**
 * `<archive-search base lang site>`: makes the search form in it work. All its state is in the page's address: the form
 * changes the address, and each change, also by Back and Forward, starts a search.
 */
class ArchiveSearch extends HTMLElement {
  #session = new SearchSession('/');
  /** The number of the latest search; answers to older ones are dropped. */
  #latest = 0;

  connectedCallback() {
    this.#session = new SearchSession(this.#context.base);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(formState(this.#form));
    });
    this.addEventListener('change', (event) => {
      const field = event.target as HTMLElement;
      // While a year is being typed it begins with zeros: 0002, 0020, 0203.
      const isHalfTyped =
        field.matches('[type=date]') && /^0/.test((field as HTMLInputElement).value);
      if (!isHalfTyped && field.matches('[type=checkbox], [type=date], select'))
        this.#go(formState(this.#form));
    });
    this.addEventListener('click', (event) => this.#follow(event));
    // On narrow screens the filters are closed at first, or they would push the results off the screen.
    this.#part<HTMLDetailsElement>('narrow').open = matchMedia('(min-width: 60rem)').matches;
    window.addEventListener('popstate', () => this.#return());
    const box = this.#part<HTMLInputElement>('query');
    this.#offers = new Combobox(box, this.#part('offers'), {
      lang: this.#context.lang,
      suggest: (typed) => this.#session.suggest(typed),
      choose: ({ kind, id }, rest) =>
        this.#go(narrowed({ ...formState(this.#form), q: rest }, kind, id)),
    });
    void this.#return();
  }

  #offers: Combobox | undefined;

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

  #addressState(): SearchState {
    const state = stateOf(new URLSearchParams(location.search));
    if (!this.#isAway || !isBlank(state)) return state;
    return { ...state, q: wordsOfPath(location.pathname.slice(this.#context.base.length)) };
  }

  async #return() {
    await this.#show(this.#addressState());
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
    fillForm(this.#form, state);
    const status = this.#part('status');
    const found = this.#part<HTMLElement>('found');
    if (isBlank(state)) {
      found.hidden = true;
      showChoices(this.#form, []);
      status.textContent = '';
      return;
    }
    found.setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => {
      if (isLatest()) status.textContent = 'Searching…';
    }, PATIENCE);
    try {
      state = await this.#session.present(asked);
      if (isLatest() && searchOf(state) !== searchOf(asked)) {
        history.replaceState(history.state, '', searchOf(state));
        fillForm(this.#form, state);
      }
      const answer = await this.#session.find(state);
      if (!isLatest()) return;
      this.#fill(state, answer, new Map());
      clearTimeout(waiting);
      const nearest = await this.#session.nearest(answer.finding);
      if (!isLatest()) return;
      if (nearest.size > 0) this.#fill(state, answer, nearest);
      found.removeAttribute('aria-busy');
      await this.#count(state, answer, isLatest);
    } catch (error) {
      if (isLatest()) this.#fail(state, error);
    } finally {
      clearTimeout(waiting);
      if (isLatest()) found.removeAttribute('aria-busy');
    }
  }

  #fill(state: SearchState, answer: Answer, nearest: ReadonlyMap<string, string>) {
    const { finding, page, pages } = answer;
    this.#part('results').replaceChildren(
      ...answerItems(state, answer, nearest, this.#session, this.#context),
    );
    this.#part('status').textContent = countSentence(
      finding.articles.length,
      page,
      pages,
      this.#context.lang,
    );
    this.#part<HTMLElement>('found').hidden = false;
  }

  /** Shows the names to narrow a search by. The results do not wait for them; until then those of the last search stay. */
  async #count(state: SearchState, { finding }: Answer, isLatest: () => boolean) {
    this.#part('names').setAttribute('aria-busy', 'true');
    // Where they do not come, the results stand without them.
    const coNamed = await this.#session.coNamed(finding, state).catch(() => []);
    if (isLatest()) showChoices(this.#form, facetFields(finding, coNamed, this.#context.lang));
  }

  #fail(state: SearchState, error: unknown) {
    const retry = () => {
      // Everything is fetched again, since files that were kept may be of an older release.
      this.#session = new SearchSession(this.#context.base);
      void this.#show(state).then(() => this.#part<HTMLElement>('heading').focus());
    };
    this.#part('results').replaceChildren(unanswered(error, retry));
    showChoices(this.#form, []);
    fillForm(this.#form, state);
    this.#part('status').textContent = 'The search could not be done.';
    this.#part<HTMLElement>('found').hidden = false;
  }
}

customElements.define('archive-search', ArchiveSearch);
