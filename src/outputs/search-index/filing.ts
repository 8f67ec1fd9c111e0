import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import type { ArticleNumber } from '../../domain/search/archive-files.ts';
import { mostCoNamed } from '../../domain/search/co-named.ts';
import {
  type Manifest,
  type NamedRecord,
  PAGE_SIZE,
  type RecordFile,
} from '../../domain/search/layout.ts';
import { byMentions, packed } from '../../domain/search/posting.ts';

/** A record with the articles that are filed under it, and how often each mentions it. */
export interface Filed {
  record: NamedRecord;
  posting: Map<ArticleNumber, number>;
}

/** What the index of search needs of an article. */
export interface IndexedArticle extends Record<Kind, readonly string[]> {
  id: string;
  date: string;
  about: readonly string[];
  /** How often each record is mentioned; by kind and id, `people/ada-varga`. */
  mentioned: readonly (readonly [record: string, mentions: number])[];
  /** Changes when the heading or the text changes. */
  digest: string;
}

/** For each article how often it mentions the records that it is filed under; 0 where it is only about one. */
export function filedUnder(article: IndexedArticle): Map<string, number> {
  const counts = new Map<string, number>();
  const mentioned = new Map(article.mentioned);
  for (const kind of KINDS) {
    for (const id of [...article[kind], ...article.about]) {
      const key = `${kind}/${id}`;
      counts.set(key, mentioned.get(key) ?? 0);
    }
  }
  return counts;
}

/** The file of a record. `numbers` gives for each article the numbers of all its records. */
export function recordFileOf(
  { record, posting }: Filed,
  articles: readonly IndexedArticle[],
  numbers: readonly number[][],
  records: readonly NamedRecord[],
  sizes: Manifest['records'],
): RecordFile {
  const counts = new Map<number, number>();
  for (const article of posting.keys())
    for (const number of numbers[article] ?? []) counts.set(number, (counts.get(number) ?? 0) + 1);
  return {
    ...record,
    articles: packed(posting),
    first: [...posting]
      .toSorted(byMentions)
      .slice(0, PAGE_SIZE)
      .map(([article]) => [article, articles[article]?.id ?? '']),
    beside: mostCoNamed(counts, sizes).flatMap(([number, count]) => {
      const other = records[number];
      return other ? [{ ...other, count }] : [];
    }),
  };
}
