import type { NamedRecord } from '../../../domain/search/layout.ts';
import type { Finding } from '../finding/finding.ts';
import { showChoices } from '../form.ts';
import { facetFields } from './facets.ts';
import type { Filters } from './filters.ts';

/**
 * The names to narrow a search by. Counting them takes more than the results do, and grows with these: it waits until
 * somebody looks at them.
 */
export class NameFilters {
  readonly #form: HTMLFormElement;
  readonly #filters: Filters;
  readonly #lang: string;

  constructor(form: HTMLFormElement, filters: Filters, lang: string) {
    this.#form = form;
    this.#filters = filters;
    this.#lang = lang;
  }

  /** Shows none. */
  clear(): void {
    this.#filters.whenOpen = undefined;
    showChoices(this.#form, []);
  }

  /**
   * Shows the names that a search is narrowed by, and if the filters are open those that it can be narrowed by; else when
   * they are opened. Until they are counted those of the last search stay.
   *
   * @param count gives the names of its results, with their numbers
   * @param isLatest false once something else is searched for
   */
  show(
    finding: Finding,
    count: () => Promise<NamedRecord[]>,
    isLatest: () => boolean,
  ): Promise<void> | undefined {
    const fields = (named: readonly NamedRecord[]) => facetFields(finding, named, this.#lang);
    const countNow = async () => {
      this.#form.querySelector('[data-part="names"]')?.setAttribute('aria-busy', 'true');
      // Where they do not come, the results stand without them.
      const named = await count().catch(() => []);
      if (isLatest()) showChoices(this.#form, fields(named));
    };
    this.#filters.whenOpen = undefined;
    if (this.#filters.isOpen) return countNow();
    showChoices(this.#form, fields([]));
    this.#filters.whenOpen = () => void countNow();
    return undefined;
  }
}
