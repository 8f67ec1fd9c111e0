import type { AddressFault } from '../../domain/search/address.ts';
import { type SearchState, searchOf } from '../../domain/search/state.ts';
import { faultSentence, otherWayRound } from '../../messages/search-address.ts';
import { make } from '../dom.ts';

/** The fault of an address that asks for a page past the last one. */
export const pastEnd = ({ page }: SearchState, pages: number): AddressFault[] =>
  page > pages ? [{ fault: 'past', page, pages }] : [];

/** Says what an address asks for and cannot be; undefined where there is nothing. @param state the search without it */
export function faultNotice(
  faults: readonly AddressFault[],
  state: SearchState,
  lang: string,
): HTMLElement | undefined {
  if (faults.length === 0) return undefined;
  const sentences = faults.map((fault) => {
    if (fault.fault !== 'order') return make('p', {}, faultSentence(fault, lang));
    const turned = { ...state, from: fault.to, to: fault.from, page: 1 };
    const link = make('a', { href: searchOf(turned) }, otherWayRound(fault, lang));
    return make('p', {}, faultSentence(fault, lang), ' ', link);
  });
  return make('div', { class: 'notice' }, ...sentences);
}
