import { type SearchState, searchOf } from '../../../domain/search/state.ts';
import { INSTEAD, MEANT, SHOWN_FOR } from '../../../messages/misspelling.ts';
import { make } from '../../dom.ts';
import type { Finding } from '../finding/finding.ts';
import { replaced } from './rewriting.ts';

/** Says that other words were searched for than those that were written, and leads to these. */
export const correctedNotice = (asked: SearchState, shown: SearchState): HTMLElement => {
  const [before, after] = INSTEAD;
  const instead = make(
    'a',
    { href: searchOf({ ...asked, exact: true, page: 1 }) },
    before,
    make('bdi', {}, asked.q),
    after,
  );
  return make(
    'p',
    { class: 'notice' },
    SHOWN_FOR,
    make('strong', {}, make('bdi', {}, shown.q)),
    '. ',
    instead,
    '.',
  );
};

/** Offers other words for those that few articles have. @param offers by the words as written */
export function likelierNotices(
  state: SearchState,
  { rare }: Finding,
  offers: ReadonlyMap<string, string>,
): HTMLElement[] {
  const [before, after] = MEANT;
  return [...rare.keys()].flatMap(({ written }) => {
    const meant = offers.get(written);
    if (meant === undefined) return [];
    const q = replaced(state.q, written, meant);
    const href = searchOf({ ...state, q, exact: undefined, page: 1 });
    const link = make('a', { href }, make('bdi', {}, meant));
    return [make('p', { class: 'notice' }, before, link, after)];
  });
}
