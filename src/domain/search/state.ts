import type { Kind } from '../authorities/authority.ts';
import { isDay } from '../date.ts';
import { evened, placeOf } from './query/word-place.ts';

/** How results may be ordered. */
const SORTS = ['relevance', 'newest', 'oldest'] as const;
type Sort = (typeof SORTS)[number];

/** The parameters of the address that narrow by a kind of record. */
export const PARAMETERS: Record<Kind, 'person' | 'place' | 'organisation'> = {
  people: 'person',
  places: 'place',
  organisations: 'organisation',
};

/** What is searched for. All of it is kept in the address, and nowhere else. */
export interface SearchState {
  q: string;
  /** Ids of the records that an article must name, by kind. */
  chosen: Record<Kind, string[]>;
  /** First day, or empty. */
  from: string;
  /** Last day, or empty. */
  to: string;
  sort: Sort;
  /** True where misspelt words are not put right. */
  exact?: true | undefined;
  /** Counted from 1. */
  page: number;
}

/** The kinds in the order of the address. The vocabulary's own list would load its schemas into the browser. */
export const FILTERED_KINDS = Object.keys(PARAMETERS) as Kind[];

/** The order that a word of the address asks for; undefined where it is none. */
export const sortOf = (word: string): Sort | undefined => SORTS.find((sort) => sort === word);

/** True for the number of a page, counted from 1. */
export const isPage = (text: string): boolean =>
  /^\d+$/.test(text) && Number(text) > 0 && Number.isSafeInteger(Number(text));

/** Reads the state from an address. Values that make no sense (30 February, page 0) are ignored. */
export function stateOf(search: URLSearchParams): SearchState {
  const day = (name: string) => (isDay(search.get(name) ?? '') ? (search.get(name) ?? '') : '');
  const page = search.get('page') ?? '';
  const ids = (kind: Kind) => [
    ...new Set(search.getAll(PARAMETERS[kind]).filter((id) => id !== '')),
  ];
  return {
    q: (search.get('q') ?? '').trim(),
    chosen: { people: ids('people'), places: ids('places'), organisations: ids('organisations') },
    from: day('from'),
    to: day('to'),
    sort: sortOf(search.get('sort') ?? '') ?? 'relevance',
    ...(search.get('exact') === '1' && { exact: true }),
    page: isPage(page) ? Number(page) : 1,
  };
}

/** The address of a state, from `?` on. Empty fields and defaults are left out. Empty if none remain. */
export function searchOf(state: SearchState): string {
  const search = new URLSearchParams();
  if (state.q) search.set('q', state.q);
  for (const kind of FILTERED_KINDS)
    for (const id of state.chosen[kind]) search.append(PARAMETERS[kind], id);
  if (state.from) search.set('from', state.from);
  if (state.to) search.set('to', state.to);
  if (state.sort !== 'relevance') search.set('sort', state.sort);
  if (state.exact) search.set('exact', '1');
  if (state.page > 1) search.set('page', `${state.page}`);
  return search.size > 0 ? `?${search}` : '';
}

/** True if nothing is searched for yet. */
export function isBlank({ q, chosen, from, to }: SearchState): boolean {
  return !q && !from && !to && FILTERED_KINDS.every((kind) => chosen[kind].length === 0);
}

/** The same search without some words of its query, from its first page. @param written as they stand there, with single spaces */
export function queryWithout(state: SearchState, written: string): SearchState {
  const text = evened(state.q);
  const at = placeOf(text, written);
  if (at < 0) return { ...state, page: 1 };
  // What was joined to them would exclude what follows: “1990-1985” without “1990”.
  const after = text.slice(at + written.length).replace(/^[-−–]+/u, '');
  const q = evened(`${text.slice(0, at)} ${after}`).trim();
  return { ...state, q, page: 1 };
}

/** The same search with other records of a kind, from its first page. */
function choosing(state: SearchState, kind: Kind, ids: string[]): SearchState {
  const chosen = { ...state.chosen };
  chosen[kind] = ids;
  return { ...state, chosen, page: 1 };
}

/** The same search narrowed to a record, from its first page. */
export function narrowed(state: SearchState, kind: Kind, id: string): SearchState {
  return choosing(state, kind, [...new Set([...state.chosen[kind], id])]);
}

/** The same search no longer narrowed to a record, from its first page. */
export function widened(state: SearchState, kind: Kind, id: string): SearchState {
  return choosing(
    state,
    kind,
    state.chosen[kind].filter((other) => other !== id),
  );
}

const NO_WORDS = new Set([
  'people',
  'places',
  'organisations',
  'search',
  'about',
  'index',
  'html',
  '404',
]);

/** Search words taken from an address without a page: `2023/10/16/some-slug/` gives “some slug”. */
export function wordsOfPath(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A broken escape is not a word; the rest may be.
  }
  // References and feeds lay beside pages once; on hosts that cannot lead on, the page is found by its words.
  const words = decoded.replace(/\/(?:cite|feed)\.[a-z.]+$/, '').split(/[^\p{L}\p{N}\p{M}]+/u);
  return words.filter((word) => /\p{L}/u.test(word) && !NO_WORDS.has(word)).join(' ');
}
