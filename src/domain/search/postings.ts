import type { Kind } from '../authorities/authority.ts';
import type { NamedRecord, RecordFile } from './layout.ts';

/** A record without its number of articles, which is another wherever it is named. */
type Named = [kind: Kind, id: string, name: string, description?: string];

/** Records with their articles, as a file has them: what several of them name stands once. */
export interface PostingsFile {
  named: Named[];
  /** Ids of articles. */
  ids: string[];
  /** By kind and id (`people/ada-varga`); an earlier id has the record as well. Others and ids are told by their place. */
  records: [
    key: string,
    named: number,
    articles: number[],
    first: [article: number, id: number][],
    beside: [named: number, count: number][],
  ][];
}

/** The numbers of values in the order in which they were first asked for. */
class Places<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  of(key: string, value: T): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** The file of these records, each by its key. */
export function postingsOf(
  records: readonly (readonly [key: string, record: RecordFile])[],
): PostingsFile {
  const named = new Places<Named>();
  const ids = new Places<string>();
  const place = ({ kind, id, name, description }: NamedRecord) =>
    named.of(`${kind}/${id}`, description ? [kind, id, name, description] : [kind, id, name]);
  return {
    records: records.map(([key, record]) => [
      key,
      place(record),
      record.articles,
      record.first.map(([article, id]) => [article, ids.of(id, id)]),
      record.beside.map((other) => [place(other), other.count]),
    ]),
    named: named.values,
    ids: ids.values,
  };
}

/** A record of such a file, by its key; undefined where the file has none. */
export function recordOf(file: PostingsFile, key: string): RecordFile | undefined {
  const found = file.records.find(([name]) => name === key);
  if (!found) return undefined;
  const [, own, articles, first, beside] = found;
  const named = (place: number, count: number): NamedRecord[] => {
    const [kind, id, name, description] = file.named[place] ?? [];
    if (!kind || id === undefined || name === undefined) return [];
    return [{ kind, id, name, ...(description !== undefined && { description }), count }];
  };
  const [record] = named(own, articles.length / 2);
  return (
    record && {
      ...record,
      articles,
      first: first.map(([article, id]) => [article, file.ids[id] ?? '']),
      beside: beside.flatMap(([place, count]) => named(place, count)),
    }
  );
}
