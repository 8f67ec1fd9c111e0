import { isDay, monthName } from '../../../domain/date.ts';
import type { ArchiveFiles } from '../../../domain/search/archive-files.ts';
import { dayOf, periodOf, type Side } from '../../../domain/search/date-limit.ts';
import { number } from '../../../messages/wording.ts';
import { make } from '../../dom.ts';

const PARTS = ['year', 'month', 'day'] as const;
type Part = (typeof PARTS)[number];

/** Fetches the files of search that tell on which days there are articles. */
export type OpenFiles = () => Promise<{ files: Pick<ArchiveFiles, 'manifest' | 'daysOf'> }>;

/** Puts the lists into the order in which the reader's browser writes dates. */
function inReadersOrder(lists: ReadonlyMap<Part, HTMLSelectElement>): void {
  const written = new Intl.DateTimeFormat(navigator.language, { calendar: 'gregory' });
  const order = written.formatToParts().flatMap(({ type }) => lists.get(type as Part) ?? []);
  if (order.length === PARTS.length) order[0]?.parentElement?.append(...order);
}

/** The options of a list after its first, which stands for none. They stay where they are the same: it may be open. */
function setOptions(list: HTMLSelectElement, options: readonly [value: string, text: string][]) {
  const [none, ...old] = list.options;
  if (old.map(({ value }) => value).join() === options.map(([value]) => value).join()) return;
  const { value } = list;
  list.replaceChildren(
    ...(none ? [none] : []),
    ...options.map(([value, text]) => make('option', { value }, text)),
  );
  list.value = value;
}

/** Three lists in which the first or the last day of a search is chosen, with what the archive holds. */
export class DateLists {
  readonly #side: Side;
  readonly #lang: string;
  readonly #open: OpenFiles;
  /** What the form sends. */
  readonly #field: HTMLInputElement;
  readonly #lists: ReadonlyMap<Part, HTMLSelectElement>;

  /** @param within has a field of the name of the side, and a list each part */
  constructor(within: Element, side: Side, lang: string, open: OpenFiles) {
    this.#side = side;
    this.#lang = lang;
    this.#open = open;
    const find = <E extends Element>(selector: string): E => {
      const found = within.querySelector<E>(selector);
      if (!found) throw new Error(`The dates of the search lack ${selector}.`);
      return found;
    };
    this.#field = find(`[name="${side}"]`);
    this.#lists = new Map(PARTS.map((part) => [part, find(`[data-list="${part}"]`)]));
    inReadersOrder(this.#lists);
    // Before the form hears of it.
    within.addEventListener('change', () => this.#choose());
  }

  /** Shows a day, or none, and lists what can be chosen beside it. */
  show(day: string): void {
    if (this.#field.value !== day) {
      this.#field.value = day;
      const parts = periodOf(this.#side, day).split('-');
      for (const [at, part] of PARTS.entries()) this.#set(part, parts[at] ?? '');
    }
    // Where what can be chosen does not come, what is chosen stays.
    this.#fill().catch(() => undefined);
  }

  #value(part: Part): string {
    return this.#lists.get(part)?.value ?? '';
  }

  /** Chooses a value, which the list need not have yet. */
  #set(part: Part, value: string) {
    const list = this.#lists.get(part);
    if (!list) return;
    if (![...list.options].some((option) => option.value === value))
      list.append(make('option', { value }, this.#text(part, value)));
    list.value = value;
    this.#allow();
  }

  /** A month needs its year, and a day its month. */
  #allow() {
    for (const [at, part] of PARTS.entries()) {
      const before = PARTS[at - 1];
      const list = this.#lists.get(part);
      if (list) list.disabled = before !== undefined && this.#value(before) === '';
    }
  }

  #text(part: Part, value: string): string {
    if (part === 'year') return value;
    return part === 'month'
      ? monthName(`2000-${value}`, this.#lang)
      : number(Number(value), this.#lang);
  }

  #choose() {
    const period = () => {
      const parts = PARTS.map((part) => this.#value(part));
      const none = parts.indexOf('');
      return parts.slice(0, none < 0 ? parts.length : none).join('-');
    };
    // A year alone has no day, nor has a month a day of a longer one.
    const isWhole = period().length < 10 || isDay(period());
    if (this.#value('month') === '' || !isWhole) this.#set('day', '');
    if (this.#value('year') === '') for (const part of PARTS) this.#set(part, '');
    this.#field.value = dayOf(this.#side, period());
    this.#allow();
  }

  async #fill(): Promise<void> {
    const { files } = await this.#open();
    const years = files.manifest.years.map(([year]) => year);
    this.#list('year', years);
    const year = this.#value('year');
    if (year === '') return;
    const days = (await files.daysOf(year)).map(([day]) => day);
    if (this.#value('year') !== year) return;
    this.#list('month', [...new Set(days.map((day) => day.slice(5, 7)))]);
    const month = `${year}-${this.#value('month')}`;
    this.#list(
      'day',
      days.filter((day) => day.startsWith(month)).map((day) => day.slice(8)),
    );
  }

  /** Lists what the archive holds, and what is chosen besides. */
  #list(part: Part, held: readonly string[]) {
    const list = this.#lists.get(part);
    const chosen = this.#value(part);
    const all = chosen === '' ? held : [...new Set([...held, chosen])].toSorted();
    if (list)
      setOptions(
        list,
        all.map((value) => [value, this.#text(part, value)]),
      );
  }
}
