import type { SpeltRecord } from '../../../domain/search/layout.ts';
import { filedUnder, type IndexedArticle } from '../filing.ts';

/** A record with its spellings, and how many articles are filed under it. */
export interface CountedRecord extends Pick<SpeltRecord, 'kind' | 'name' | 'spellings'> {
  count: number;
}

/** The records, each with the number of its articles. */
export function countedRecords(
  records: readonly SpeltRecord[],
  articles: readonly IndexedArticle[],
): CountedRecord[] {
  const counts = new Map<string, number>();
  for (const article of articles)
    for (const key of filedUnder(article).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return records.map((record) => ({
    ...record,
    count: counts.get(`${record.kind}/${record.id}`) ?? 0,
  }));
}
