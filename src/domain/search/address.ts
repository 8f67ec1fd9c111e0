import type { Kind } from '../authorities/authority.ts';
import { isDay } from '../date.ts';
import type { ArchiveFiles } from './archive-files.ts';
import { FILTERED_KINDS, isPage, type SearchState, sortOf } from './state.ts';

/** What the address of a search asks for and cannot be. The search is shown without it. */
export type AddressFault =
  /** No day of the calendar, no order of results, or no number of a page. */
  | { fault: 'day' | 'sort' | 'page'; value: string }
  /** The first day comes after the last. */
  | { fault: 'order'; from: string; to: string }
  /** The archive has no such record. */
  | { fault: 'record'; kind: Kind; id: string }
  /** The results have fewer pages. */
  | { fault: 'past'; page: number; pages: number };

/** The values of an address that `stateOf` left out, since they make no sense. */
export function senselessValues(search: URLSearchParams): AddressFault[] {
  const stated = (name: string) => search.get(name) || undefined;
  const [sort, page] = [stated('sort'), stated('page')];
  return [
    ...[stated('from'), stated('to')].flatMap((value): AddressFault[] =>
      value === undefined || isDay(value) ? [] : [{ fault: 'day', value }],
    ),
    ...(sort === undefined || sortOf(sort) ? [] : [{ fault: 'sort' as const, value: sort }]),
    ...(page === undefined || isPage(page) ? [] : [{ fault: 'page' as const, value: page }]),
  ];
}

/** A search as it can be answered, and what of it could not be. */
export interface SoundSearch {
  state: SearchState;
  faults: AddressFault[];
}

/** Leaves out of a search the days where the first comes after the last, and the records that the archive does not have. */
export async function soundSearch(
  asked: SearchState,
  files: Pick<ArchiveFiles, 'record'>,
): Promise<SoundSearch> {
  const { from, to } = asked;
  const faults: AddressFault[] = [];
  const state = { ...asked, chosen: { ...asked.chosen } };
  if (from && to && from > to) {
    faults.push({ fault: 'order', from, to });
    Object.assign(state, { from: '', to: '' });
  }
  for (const kind of FILTERED_KINDS) {
    const ids = asked.chosen[kind];
    const known = await Promise.all(ids.map((id) => files.record(kind, id)));
    state.chosen[kind] = ids.filter((_, at) => known[at]);
    for (const [at, id] of ids.entries())
      if (!known[at]) faults.push({ fault: 'record', kind, id });
  }
  return { state, faults };
}
