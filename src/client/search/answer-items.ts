import type { SearchState } from '../../domain/search/state.ts';
import { make } from '../dom.ts';
import { explanation } from './explanation.ts';
import { chosenNames, hitItem, type PageContext, pager } from './results.ts';
import { exportBar } from './results-export.ts';
import type { Answer, SearchSession } from './session.ts';

/**
 * All that is shown of an answer: what it is filtered by, notes, hits, further pages, and what can be saved.
 *
 * @param nearest for each missing part of the query the name that was probably meant, by the words as written
 */
export const answerItems = (
  state: SearchState,
  { finding, page, pages, first, hits }: Answer,
  nearest: ReadonlyMap<string, string>,
  session: SearchSession,
  context: PageContext,
): (HTMLElement | string)[] => [
  chosenNames(state, finding.limits.chosen) ?? '',
  ...explanation(state, finding, nearest, new URLSearchParams(location.search)),
  make('ol', { class: 'entries', start: `${first}` }, ...hits.map((hit) => hitItem(hit, context))),
  pager({ ...state, page }, pages, context.lang) ?? '',
  hits.length > 0 ? exportBar(session, finding, context) : '',
];
