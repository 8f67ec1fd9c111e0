import type { NamedRecord } from '../../domain/search/layout.ts';
import { KIND_NOUNS, number } from '../../messages/wording.ts';
import { make } from '../dom.ts';
import type { Suggestion } from './suggestion.ts';

/** What the combobox needs of its page. */
export interface ComboboxSource {
  lang: string;
  suggest: (typed: string) => Promise<Suggestion[]>;
  /** Words of names that a misspelt word may mean, the likeliest first. */
  meant: (word: string) => Promise<string[]>;
  /** Called when a name is picked. `rest` is the text in front of it. */
  choose: (record: NamedRecord, rest: string) => void;
}

/** So many words at the end of what was typed may be a name: nobody’s has more. */
const LONGEST = 8;

/** Who types on does not wait for names that are spelt otherwise, in milliseconds. */
const PAUSE = 300;

/**
 * Offers names below a text field while the reader types, after the combobox pattern of the ARIA practices guide: the
 * focus stays in the field, the arrow keys move through the names, Enter picks one, Escape closes the list.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #source: ComboboxSource;
  #offered: Suggestion[] = [];
  #rest = '';
  #active = -1;
  /** The text of the latest request; answers to older ones are dropped. */
  #asked = '';

  constructor(input: HTMLInputElement, list: HTMLElement, source: ComboboxSource) {
    this.#input = input;
    this.#list = list;
    this.#source = source;
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    // The page does not give it this role itself, since without a script it is no list.
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Names');
    this.close();
    input.addEventListener('input', () => void this.#offer());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.close());
    // Keeps the focus in the field when a name is clicked.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest('[role=option]');
      if (option) this.#take([...list.children].indexOf(option));
    });
  }

  close(): void {
    this.#asked = '';
    this.#offered = [];
    this.#show();
  }

  async #offer() {
    const typed = this.#input.value;
    this.#asked = typed;
    const words = typed.trim().split(/\s+/u).filter(Boolean);
    if (await this.#offerFor(words, typed)) return;
    const last = words.at(-1) ?? '';
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const meant = this.#asked === typed ? await this.#source.meant(last).catch(() => []) : [];
    for (const word of meant)
      if (await this.#offerFor([...words.slice(0, -1), word], typed)) return;
    if (this.#asked === typed) this.close();
  }

  /** @returns false where nothing is to be offered for these words */
  async #offerFor(words: readonly string[], typed: string): Promise<boolean> {
    // Where all words together begin no name, the last words may: in “ferry blin” only “blin” does.
    for (let from = Math.max(0, words.length - LONGEST); from < words.length; from++) {
      const found = await this.#source.suggest(words.slice(from).join(' ')).catch(() => []);
      if (this.#asked !== typed) return true;
      if (found.length === 0) continue;
      const before = this.#offered[this.#active]?.record;
      this.#rest = words.slice(0, from).join(' ');
      this.#offered = found;
      this.#show();
      // Who has gone to a name while the rest came stays with it.
      const same = found.findIndex(
        ({ record: { kind, id } }) => kind === before?.kind && id === before.id,
      );
      if (same >= 0) this.#activate(same);
      return true;
    }
    return false;
  }

  #show() {
    this.#active = -1;
    this.#list.replaceChildren(...this.#offered.map((one, index) => this.#option(one, index)));
    this.#list.hidden = this.#offered.length === 0;
    this.#input.setAttribute('aria-expanded', `${!this.#list.hidden}`);
    this.#input.removeAttribute('aria-activedescendant');
  }

  #option({ record, written }: Suggestion, index: number): HTMLElement {
    const { name, kind, description, count } = record;
    const what = `${description ?? KIND_NOUNS[kind]} · ${number(count, this.#source.lang)}`;
    return make(
      'div',
      { role: 'option', id: `${this.#list.id}-${index}`, 'aria-selected': 'false' },
      make('bdi', {}, name),
      written !== name && make('span', { class: 'spelling' }, ' ', make('bdi', {}, written)),
      make('span', { class: 'what' }, what),
    );
  }

  #key(event: KeyboardEvent) {
    // While a word is being composed, the keys belong to the input method.
    if (event.isComposing || this.#offered.length === 0) return;
    const last = this.#offered.length - 1;
    const moves = new Map([
      ['ArrowDown', this.#active < last ? this.#active + 1 : -1],
      ['ArrowUp', this.#active >= 0 ? this.#active - 1 : last],
    ]);
    const next = moves.get(event.key);
    if (next !== undefined) this.#activate(next);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && this.#active >= 0) this.#take(this.#active);
    else return;
    event.preventDefault();
  }

  #activate(index: number) {
    this.#active = index;
    [...this.#list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', `${at === index}`);
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    });
    const active = this.#list.children[index];
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #take(index: number) {
    const taken = this.#offered[index];
    if (!taken) return;
    const rest = this.#rest;
    this.close();
    this.#source.choose(taken.record, rest);
  }
}
