import { KINDS, type Kind } from '../archive/authority.ts';
import { KIND_NAMES, number } from '../archive/wording.ts';
import type { Facet } from './catalogue.ts';
import { make } from './dom.ts';
import { PARAMETERS, type SearchState } from './state.ts';

const MOST = 8;

/** The names to narrow a search by, a fieldset a kind: those chosen, then those that most of the results name. */
export function facetFields(
  facets: Record<Kind, Facet[]>,
  state: SearchState,
  nameOf: (kind: Kind, id: string) => string | undefined,
  lang: string,
): HTMLElement[] {
  return KINDS.flatMap((kind) => {
    const chosen = state.chosen[kind].map((id) => ({
      id,
      name: nameOf(kind, id) ?? `${id} (not in this archive)`,
      count: facets[kind].find(({ record }) => record.id === id)?.count ?? 0,
      checked: true,
    }));
    const others = facets[kind]
      .filter(({ record }) => !state.chosen[kind].includes(record.id))
      .slice(0, Math.max(0, MOST - chosen.length))
      .map(({ record: { id, name }, count }) => ({ id, name, count, checked: false }));
    const choices = [...chosen, ...others];
    if (choices.length === 0) return [];
    return [
      make(
        'fieldset',
        {},
        make('legend', {}, KIND_NAMES[kind]),
        ...choices.map(({ id, name, count, checked }) =>
          make(
            'label',
            {},
            make('input', { type: 'checkbox', name: PARAMETERS[kind], value: id, checked }),
            ' ',
            make('bdi', {}, name),
            ' ',
            make('span', { class: 'count' }, number(count, lang)),
          ),
        ),
      ),
    ];
  });
}
