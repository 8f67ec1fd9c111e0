import {
  appearancesOf,
  type RecordEntry,
  records as recordsOf,
} from '../content/queries/articles.ts';
import { byLetter } from '../domain/authorities/alphabet.ts';
import { filingName, type Kind } from '../domain/authorities/authority.ts';
import type { ListPage } from '../domain/pager.ts';
import { mapOfPlaces } from '../outputs/map/place-map.ts';

/** A page of the A to Z of a kind. */
export interface IndexPage {
  kind: Kind;
  list: ListPage<RecordEntry>;
  /** How many records there are of the kind. */
  total: number;
  /** Each letter that names begin with, and the page on which it begins. */
  letters: readonly { letter: string; page: number }[];
}

const mapOfAll = () =>
  mapOfPlaces(
    recordsOf('places').map(({ id, data }) => ({
      id,
      data,
      articles: appearancesOf('places', id).length,
    })),
  );

/** Everything that a page of an A to Z shows. */
export function indexPageData({ kind, list, total, letters }: IndexPage) {
  const groups = [...byLetter(list.items, ({ data }) => filingName(data))].map(
    ([letter, records]) => ({
      letter,
      records: records.map(({ id, data }) => ({
        id,
        name: filingName(data),
        description: data.description,
        articles: appearancesOf(kind, id).length,
      })),
    }),
  );
  const { number, count } = list;
  const map = kind === 'places' && number === 1 ? mapOfAll() : undefined;
  return { map, kind, total, letters, number, count, groups };
}

export type IndexPageData = ReturnType<typeof indexPageData>;
