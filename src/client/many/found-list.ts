import { recordPath, withBase } from '../../domain/url.ts';
import { KIND_NOUNS, number } from '../../messages/wording.ts';
import { make } from '../dom.ts';
import { type FoundName, searchPath, wordsPath } from './found-names.ts';
import type { Match } from './lookup.ts';

/** Shows what the names of a list mean, as it comes: those that the archive has in a table, and the others below it. */
export class FoundList {
  readonly #base: string;
  readonly #lang: string;
  readonly #table: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #missing: HTMLElement;

  /** @param table holds `rows` @param missing a list */
  constructor(
    parts: { table: HTMLElement; rows: HTMLElement; missing: HTMLElement },
    base: string,
    lang: string,
  ) {
    this.#base = base;
    this.#lang = lang;
    this.#table = parts.table;
    this.#rows = parts.rows;
    this.#missing = parts.missing;
    this.#rows.replaceChildren();
    this.#missing.replaceChildren();
    this.add([]);
  }

  /** Adds names in the order in which they are given. */
  add(some: readonly FoundName[]): void {
    this.#rows.append(...some.flatMap((found) => this.#rowsOf(found)));
    this.#missing.append(
      ...some.filter(({ matches }) => matches.length === 0).map((found) => this.#absent(found)),
    );
    this.#table.hidden = this.#rows.childElementCount === 0;
    const section = this.#missing.closest('section');
    if (section) section.hidden = this.#missing.childElementCount === 0;
  }

  #rowsOf({ name, matches }: FoundName): HTMLElement[] {
    return matches.map((match, at) =>
      make(
        'tr',
        {},
        at === 0 &&
          make(
            'th',
            { scope: matches.length > 1 ? 'rowgroup' : 'row', rowspan: `${matches.length}` },
            make('bdi', {}, name.written),
            matches.length > 1 &&
              make('span', { class: 'meta' }, ` ${matches.length} of this name`),
          ),
        ...this.#cells(match),
      ),
    );
  }

  #cells({ record, spelling, isSurname }: Match): HTMLElement[] {
    const { kind, id, name, description, count } = record;
    const link = (path: string, ...words: (string | HTMLElement)[]) =>
      make('a', { href: withBase(path, this.#base) }, ...words);
    return [
      make(
        'td',
        {},
        link(recordPath(kind, id), make('bdi', {}, name)),
        make('span', { class: 'meta' }, ` ${description ?? KIND_NOUNS[kind]}`),
      ),
      make('td', {}, make('bdi', {}, spelling), isSurname && ' (surname)'),
      make(
        'td',
        {},
        link(
          searchPath(record),
          number(count, this.#lang),
          make('span', { class: 'visually-hidden' }, count === 1 ? ' article' : ' articles'),
        ),
      ),
    ];
  }

  #absent({ name: { written } }: FoundName): HTMLElement {
    const href = withBase(wordsPath(written), this.#base);
    return make('li', {}, make('a', { href }, make('bdi', {}, written)));
  }
}
