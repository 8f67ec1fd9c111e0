import { fold } from '../../domain/language/fold.ts';
import { nearestTo } from '../../domain/nearest.ts';
import { shownWords } from '../../domain/problem.ts';
import { slugOf } from '../../domain/slug.ts';
import type { AuthorityFile } from '../../import/matching/authority-file.ts';
import type { MediumSaid } from './medium-options.ts';

type Records = AuthorityFile['records'];
type Kind = 'people' | 'places';

/** So many ids are named. */
const MOST = 5;
/** A part of a name that two ids may share: not “de”, not “of”. */
const LONG = 3;

/** The ids that may be meant by one that there is not: one that is written nearly so, and those that share a part of it. */
function nearTo(id: string, kind: Kind, records: Records): string[] {
  const ids = records.ids(kind);
  const nearest = nearestTo(id, ids);
  const parts = fold(id)
    .split(/[\s-]/u)
    .filter((part) => part.length >= LONG);
  const sharing = ids.filter((one) => one.split('-').some((part) => parts.includes(part)));
  return [...new Set([...(nearest ? [nearest] : []), ...sharing])].slice(0, MOST);
}

const nameOf = (id: string, kind: Kind, records: Records) => {
  const name = records.get(kind, id)?.data.name;
  return name === undefined ? id : `${id} (${shownWords(name)})`;
};

/** What is told of each person and place that an option names and that has no record, with those that may be meant. */
export function unknownIds({ person = [], place }: MediumSaid, records: Records): string[] {
  const named = [
    ...person.map((id) => ({ option: 'person', kind: 'people', id }) as const),
    ...(place === undefined ? [] : [{ option: 'place', kind: 'places', id: place } as const]),
  ];
  return named.flatMap(({ option, kind, id }) => {
    if (records.knows(kind, id)) return [];
    const near = nearTo(id, kind, records).map((one) => nameOf(one, kind, records));
    const what = kind === 'people' ? 'person' : 'place';
    const slug = slugOf(id, what);
    return `--${option} “${shownWords(id)}” cannot be filed. It is the id of no ${what} on file. ${near.length > 0 ? `Near are ${near.join(', ')}. Write one of these ids, or make` : 'Make'} the record ${kind}/${slug}.yaml first, with name${kind === 'people' ? ' and sortName' : ''}. [reference/missing]`;
  });
}
