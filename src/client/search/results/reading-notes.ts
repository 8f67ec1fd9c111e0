import { type SearchState, searchOf } from '../../../domain/search/state.ts';
import {
  asWords,
  daysInWords,
  fewHaveAll,
  notOperators,
  OPEN_OR,
  readAsDate,
} from '../../../messages/query.ts';
import { make } from '../../dom.ts';
import type { Finding } from '../finding/finding.ts';

const note = (...children: Parameters<typeof make>[2][]) =>
  make('p', { class: 'meta', dir: 'auto' }, ...children);

/** How a query was read, where a reader may have meant something else: dates, operators, and what few articles have. */
export function readingNotes(
  state: SearchState,
  { limits, unread, articles, lacking }: Finding,
  lang: string,
): HTMLElement[] {
  const { operators, isOpenOr } = unread;
  const dates = limits.dated.map(({ part }) => {
    const quoted = state.q.replace(part.written, () => `"${part.written}"`);
    const href = searchOf({ ...state, q: quoted, page: 1 });
    const link = make('a', { href }, asWords(part.written));
    return note(readAsDate(part.written, daysInWords(part, lang)), ' ', link);
  });
  return [
    ...dates,
    ...(operators.length > 0 ? [note(notOperators(operators))] : []),
    ...(isOpenOr ? [note(OPEN_OR)] : []),
    ...(lacking.size > 0 ? [note(fewHaveAll(articles.length - lacking.size))] : []),
  ];
}
