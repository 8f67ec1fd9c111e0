import type { NamedRecord } from '../../domain/search/layout.ts';
import { narrowed, searchOf, stateOf } from '../../domain/search/state.ts';
import { recordPath, SEARCH_PATH } from '../../domain/url.ts';
import type { Match } from './lookup.ts';
import type { ListedName } from './names.ts';
import { keyOf } from './paragraphs.ts';

/** A name of a list, and what it means in the archive. */
export interface FoundName {
  name: ListedName;
  /** Several where the archive has several of that name; none where it has none. */
  matches: Match[];
}

const nothing = () => stateOf(new URLSearchParams());

/** Path of the search for all articles of a record. */
export const searchPath = ({ kind, id }: Pick<NamedRecord, 'kind' | 'id'>): string =>
  SEARCH_PATH + searchOf(narrowed(nothing(), kind, id));

/** Path of the search for the words of a name. */
export const wordsPath = (written: string): string =>
  SEARCH_PATH + searchOf({ ...nothing(), q: written });

/** The records that the names of a list mean, each once. */
export const recordsIn = (found: readonly FoundName[]): NamedRecord[] => [
  ...new Map(
    found.flatMap(({ matches }) => matches.map(({ record }) => [keyOf(record), record] as const)),
  ).values(),
];

/** The names of the list that mean each record, by its kind and id. */
export function listedNames(found: readonly FoundName[]): Map<string, string[]> {
  const listed = new Map<string, string[]>();
  for (const { name, matches } of found)
    for (const { record } of matches)
      listed.set(keyOf(record), [...(listed.get(keyOf(record)) ?? []), name.written]);
  return listed;
}

const COLUMNS = [
  ...['listed', 'times', 'records', 'name', 'kind', 'id', 'description'],
  ...['spelling', 'match', 'articles', 'page', 'search'],
];

/** The table of what was found as rows of text, its columns first. @param address makes a whole URL from a path */
export function tableRows(
  found: readonly FoundName[],
  address: (path: string) => string,
): string[][] {
  const rows = found.flatMap(({ name: { written, times }, matches }) => {
    const shared = [written, `${times}`, `${matches.length}`];
    if (matches.length === 0) return [[...shared, ...COLUMNS.slice(shared.length).map(() => '')]];
    return matches.map(({ record, spelling, isSurname }) => [
      ...shared,
      ...[record.name, record.kind, record.id, record.description ?? '', spelling],
      ...[isSurname ? 'surname' : 'spelling', `${record.count}`],
      ...[address(recordPath(record.kind, record.id)), address(searchPath(record))],
    ]);
  });
  return [COLUMNS, ...rows];
}
