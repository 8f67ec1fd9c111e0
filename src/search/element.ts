import { make } from './dom.ts';
import { explanation } from './explanation.ts';
import { facetFields } from './facets.ts';
import { countSentence, hitItem, pager } from './results.ts';
import { SearchSession } from './session.ts';
import { isBlank, type SearchState, searchOf, stateOf, wordsOfPath } from './state.ts';

/** Patience before the page says that it is searching, in milliseconds. */
const PATIENCE = 300;

/**
 * `<archive-search base lang>`: makes the search form in it work. The address is the only state: the form writes it, and
 * every change of it, back and forward too, is searched anew.
 */
class ArchiveSearch extends HTMLElement {
  #session = new SearchSession('/');
  /** The search under way; an older one that answers later is dropped. */
  #latest = 0;

  connectedCallback() {
    this.#session = new SearchSession(this.#setting.base);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go(this.#formState());
    });
    this.addEventListener('change', (event) => {
      if ((event.target as HTMLElement).matches('[type=checkbox], [type=date], select'))
        this.#go(this.#formState());
    });
    this.addEventListener('click', (event) => this.#follow(event));
    // Where the choices would push the results off the screen, they wait to be opened.
    this.#part<HTMLDetailsElement>('narrow').open = matchMedia('(min-width: 60rem)').matches;
    window.addEventListener('popstate', () => this.#show(this.#addressState()));
    void this.#show(this.#addressState());
  }

  get #setting() {
    return { base: this.getAttribute('base') ?? '/', lang: this.getAttribute('lang') ?? 'en' };
  }

  #part = <E extends Element>(name: string): E => {
    const part = this.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`The search page lacks its part “${name}”.`);
    return part;
  };

  #addressState(): SearchState {
    const state = stateOf(new URLSearchParams(location.search));
    if (!this.hasAttribute('from-address') || !isBlank(state)) return state;
    return { ...state, q: wordsOfPath(location.pathname.slice(this.#setting.base.length)) };
  }

  #formState(): SearchState {
    const entries = [...new FormData(this.#part<HTMLFormElement>('form'))];
    return stateOf(new URLSearchParams(entries.map(([name, value]) => [name, `${value}`])));
  }

  #go(state: SearchState) {
    const search = searchOf(state);
    if (search !== location.search) history.pushState(null, '', search || location.pathname);
    void this.#show(state);
  }

  /** Follows the links of the results within the page, as the browser would by loading it anew. */
  async #follow(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const state = stateOf(new URLSearchParams(link.search));
    history.pushState(null, '', searchOf(state) || location.pathname);
    await this.#show(state);
    const heading = this.#part<HTMLElement>('heading');
    heading.focus();
    heading.scrollIntoView();
  }

  async #show(state: SearchState): Promise<void> {
    const search = ++this.#latest;
    this.#fill(state);
    const status = this.#part('status');
    const results = this.#part<HTMLElement>('results');
    if (isBlank(state)) {
      this.#part<HTMLElement>('found').hidden = true;
      this.#narrow([]);
      status.textContent = '';
      return;
    }
    this.#part('found').setAttribute('aria-busy', 'true');
    const waiting = setTimeout(() => {
      status.textContent = 'Searching…';
    }, PATIENCE);
    try {
      const { catalogue, finding, page, pages, first, hits } = await this.#session.find(state);
      if (search !== this.#latest) return;
      const { base, lang } = this.#setting;
      results.replaceChildren(
        ...explanation(state, finding, catalogue),
        make(
          'ol',
          { class: 'entries', start: `${first}` },
          ...hits.map((hit) => hitItem(hit, { base, lang })),
        ),
        pager({ ...state, page }, pages, lang) ?? '',
      );
      this.#narrow(
        facetFields(
          finding.facets,
          state,
          (kind, id) => catalogue.record(catalogue.numberOf(kind, id) ?? -1),
          lang,
        ),
      );
      status.textContent = countSentence(finding.articles.length, page, pages, lang);
      this.#part<HTMLElement>('found').hidden = false;
    } catch {
      if (search === this.#latest) this.#fail(state);
    } finally {
      clearTimeout(waiting);
      if (search === this.#latest) this.#part('found').removeAttribute('aria-busy');
    }
  }

  /** Puts the state into the form, so that the form always says what the results are of. */
  #fill(state: SearchState) {
    const form = this.#part<HTMLFormElement>('form');
    for (const name of ['q', 'from', 'to', 'sort'] as const) {
      const field = form.elements.namedItem(name) as HTMLInputElement | null;
      if (field && field.value !== state[name]) field.value = state[name];
    }
  }

  /** Replaces the names to narrow by; the one that had the focus keeps it. */
  #narrow(fields: HTMLElement[]) {
    const focused = document.activeElement;
    const place = this.#part('names');
    const kept =
      focused instanceof HTMLInputElement && place.contains(focused) ? focused : undefined;
    place.replaceChildren(...fields);
    if (!kept) return;
    [...place.querySelectorAll('input')]
      .find(({ name, value }) => name === kept.name && value === kept.value)
      ?.focus();
  }

  #fail(state: SearchState) {
    const retry = make('button', { type: 'button', class: 'button' }, 'Try again');
    retry.addEventListener('click', () => void this.#show(state));
    this.#part('results').replaceChildren(
      make(
        'div',
        { class: 'notice' },
        make(
          'p',
          {},
          navigator.onLine
            ? 'The search could not be done: one of its files did not come, or is of another release of this archive.'
            : 'The search could not be done: this device is offline.',
        ),
        make('p', {}, retry),
      ),
    );
    this.#part('names').replaceChildren();
    this.#part('status').textContent = 'The search could not be done.';
    this.#part<HTMLElement>('found').hidden = false;
  }
}

customElements.define('archive-search', ArchiveSearch);
