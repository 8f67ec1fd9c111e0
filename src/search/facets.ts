import { KINDS, type Kind } from '../archive/authority.ts';
import { KIND_NAMES, number } from '../archive/wording.ts';
import type { Facet } from './catalogue.ts';
import type { NamedRecord } from './catalogue-file.ts';
import { make } from './dom.ts';
import { PARAMETERS, type SearchState } from './state.ts';

const MOST = 8;

interface Choice {
  id: string;
  name: string;
  description?: string | undefined;
  count: number;
  checked: boolean;
}

function choicesOf(
  kind: Kind,
  facets: readonly Facet[],
  state: SearchState,
  recordOf: (kind: Kind, id: string) => NamedRecord | undefined,
): Choice[] {
  const chosen = state.chosen[kind].map((id) => {
    const { name = `${id} (not in this archive)`, description } = recordOf(kind, id) ?? {};
    const count = facets.find(({ record }) => record.id === id)?.count ?? 0;
    return { id, name, description, count, checked: true };
  });
  const others = facets
    .filter(({ record }) => !state.chosen[kind].includes(record.id))
    .slice(0, Math.max(0, MOST - chosen.length))
    .map(({ record: { id, name, description }, count }) => ({
      id,
      name,
      description,
      count,
      checked: false,
    }));
  return [...chosen, ...others];
}

/** The names to narrow a search by, a fieldset a kind: those chosen, then those that most of the results name. */
export function facetFields(
  facets: Record<Kind, Facet[]>,
  state: SearchState,
  recordOf: (kind: Kind, id: string) => NamedRecord | undefined,
  lang: string,
): HTMLElement[] {
  return KINDS.flatMap((kind) => {
    const choices = choicesOf(kind, facets[kind], state, recordOf);
    if (choices.length === 0) return [];
    const labels = choices.map(({ id, name, description, count, checked }) => {
      const namesakes = choices.filter((other) => other.name === name);
      return make(
        'label',
        {},
        make('input', { type: 'checkbox', name: PARAMETERS[kind], value: id, checked }),
        ' ',
        make('bdi', {}, namesakes.length > 1 && description ? `${name} (${description})` : name),
        ' ',
        make('span', { class: 'count' }, number(count, lang)),
      );
    });
    return [make('fieldset', {}, make('legend', {}, KIND_NAMES[kind]), ...labels)];
  });
}
