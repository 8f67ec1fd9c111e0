import { MOST_CO_NAMED, type NamedRecord } from '../../../domain/search/layout.ts';
import { FILTERED_KINDS, PARAMETERS } from '../../../domain/search/state.ts';
import { KIND_NAMES, number } from '../../../messages/wording.ts';
import { make } from '../../dom.ts';
import type { Finding } from '../finding/finding.ts';

/**
 * The names to filter by, one fieldset for each kind: first those chosen, then those with the most results.
 *
 * @param coNamed the records that occur in most of the results
 */
export function facetFields(
  { articles, limits: { chosen } }: Finding,
  coNamed: readonly NamedRecord[],
  lang: string,
): HTMLElement[] {
  return FILTERED_KINDS.flatMap((kind) => {
    const own = chosen
      .filter((one) => one.kind === kind)
      .map(({ id, record }): NamedRecord => {
        const name = record?.name ?? `${id} (not in this archive)`;
        // All results have the chosen names.
        return { kind, id, name, description: record?.description, count: articles.length };
      });
    const others = coNamed
      .filter((record) => record.kind === kind && !own.some(({ id }) => id === record.id))
      .slice(0, Math.max(0, MOST_CO_NAMED - own.length));
    const choices = [...own, ...others];
    if (choices.length === 0) return [];
    const labels = choices.map(({ id, name, description, count }) => {
      const namesakes = choices.filter((other) => other.name === name);
      return make(
        'label',
        {},
        make('input', {
          type: 'checkbox',
          name: PARAMETERS[kind],
          value: id,
          checked: own.some((record) => record.id === id),
        }),
        ' ',
        make('bdi', {}, namesakes.length > 1 && description ? `${name} (${description})` : name),
        ' ',
        make('span', { class: 'count' }, number(count, lang)),
      );
    });
    return [make('fieldset', {}, make('legend', {}, KIND_NAMES[kind]), ...labels)];
  });
}
