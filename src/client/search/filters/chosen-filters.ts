import { queryWithout, type SearchState, searchOf, widened } from '../../../domain/search/state.ts';
import { daysInWords } from '../../../messages/search-filters.ts';
import { make } from '../../dom.ts';
import type { Limits } from '../finding/limits.ts';

/** A link to the search without a filter, which says what that is. */
const without = (state: SearchState, filter: string) =>
  make(
    'li',
    {},
    make(
      'a',
      { href: searchOf(state) || '?', 'aria-label': `Without ${filter}` },
      make('bdi', {}, filter),
      ' ×',
    ),
  );

/**
 * The names and days that a search is filtered by, those that its query names among them, each as a link that removes it;
 * undefined where there are none.
 */
export function chosenFilters(
  state: SearchState,
  { chosen, dated }: Limits,
  lang: string,
): HTMLElement | undefined {
  const names = chosen.map(({ kind, id, record }) =>
    without(widened(state, kind, id), record?.name ?? id),
  );
  const days = daysInWords(state, lang);
  const undated = { ...state, from: '', to: '', page: 1 };
  const written = dated.map(({ part }) => without(queryWithout(state, part.written), part.written));
  const items = [...names, ...(days ? [without(undated, days)] : []), ...written];
  return items.length > 0 ? make('ul', { class: 'row chosen' }, ...items) : undefined;
}
