import { byTime } from '../../domain/article/chronology.ts';
import { type Move, movesOf } from '../../domain/article/move.ts';
import { filingName, KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { Makers } from '../../domain/media/maker.ts';
import { site } from '../../site.ts';
import type { RecordFile } from '../reading/record.ts';
import type { ArticleEntry as Entry } from '../store/article-entry.ts';
import { archiveStore } from '../store/shared-store.ts';

/**
 * The articles and records of the archive that are published, in order. They are read once per build. They come from
 * our own store, because Astro's collections would hold all entries in memory.
 */

/** An article without its text. */
export interface PublishedArticle {
  id: string;
  data: Entry;
}

/** A person, place or organisation with its kind. */
export type RecordEntry = Pick<RecordFile, 'kind' | 'id' | 'data'>;

interface Archive {
  articles: PublishedArticle[];
  /** Index of each article in `articles`, by its id. */
  positions: Map<string, number>;
  /** The days of the published articles. */
  days: Set<string>;
  withdrawn: PublishedArticle[];
  records: Map<string, RecordEntry>;
  /** The persons and organisations by their spellings. */
  makers: Makers<RecordEntry>;
  /** The records of each kind in filing order. */
  filed: Map<Kind, RecordEntry[]>;
  /** The articles that are filed under each record, the latest first. */
  appearances: Map<string, PublishedArticle[]>;
  /** The places that lie in each place, as their own `partOf` says. */
  parts: Map<string, RecordEntry[]>;
}

const keyOf = (kind: Kind, id: string) => `${kind}/${id}`;

function readArchive(): Archive {
  const store = archiveStore();
  const filed = [...store.articles()]
    .map(({ id, entry }) => ({ id, data: entry }))
    .filter(({ data }) => !data.draft)
    .toSorted(byTime);
  const articles = filed.filter(({ data }) => !data.withdrawn);
  const records = new Map<string, RecordEntry>();
  for (const record of store.records()) records.set(keyOf(record.kind, record.id), record);
  return {
    articles,
    positions: new Map(articles.map(({ id }, index) => [id, index])),
    days: new Set(articles.map(({ data }) => data.date)),
    withdrawn: filed.filter(({ data }) => data.withdrawn),
    records,
    makers: new Makers(records.values()),
    filed: new Map(KINDS.map((kind) => [kind, inFilingOrder(kind, records)])),
    appearances: appearancesIn(articles, records),
    parts: Map.groupBy(
      inFilingOrder('places', records).filter(({ data }) => data.partOf !== undefined),
      ({ data }) => data.partOf ?? '',
    ),
  };
}

function inFilingOrder(kind: Kind, records: Archive['records']): RecordEntry[] {
  const order = new Intl.Collator(site.lang).compare;
  return [...records.values()]
    .filter((record) => record.kind === kind)
    .toSorted((a, b) => order(filingName(a.data), filingName(b.data)) || (a.id < b.id ? -1 : 1));
}

function appearancesIn(
  articles: PublishedArticle[],
  records: Archive['records'],
): Map<string, PublishedArticle[]> {
  const appearances = new Map<string, PublishedArticle[]>();
  // The latest first: a reader who looks up a name wants the latest news of it.
  for (const article of articles.toReversed()) {
    const keys = KINDS.flatMap((kind) => [
      ...article.data[kind].map((id) => keyOf(kind, id)),
      ...article.data.about.map((id) => keyOf(kind, id)).filter((key) => records.has(key)),
    ]);
    for (const key of new Set(keys)) {
      const known = appearances.get(key);
      if (known) known.push(article);
      else appearances.set(key, [article]);
    }
  }
  return appearances;
}

let archive: Archive | undefined;

function read(): Archive {
  // While someone edits, each page reads the archive again.
  if (import.meta.env.DEV) return readArchive();
  archive ??= readArchive();
  return archive;
}

/** The published articles, the earliest first; neither drafts nor withdrawn ones. */
export const articles = (): PublishedArticle[] => read().articles;

/** The withdrawn articles, whose pages are tombstones. */
export const withdrawnArticles = (): PublishedArticle[] => read().withdrawn;

/** True if a published article has this day as its date. */
export const hasArticlesOn = (day: string): boolean => read().days.has(day);

/** The records of a kind in filing order. */
export const records = (kind: Kind): RecordEntry[] => read().filed.get(kind) ?? [];

/** A record by kind and id. */
export const recordOf = (kind: Kind, id: string): RecordEntry | undefined =>
  read().records.get(keyOf(kind, id));

/** The person or organisation that alone has a name, by any spelling of its record. */
export const makerOf = (name: string): RecordEntry | undefined => read().makers.of(name);

/** The articles that mention a record or are about it, the latest first. */
export const appearancesOf = (kind: Kind, id: string): PublishedArticle[] =>
  read().appearances.get(keyOf(kind, id)) ?? [];

/** The language of an article. */
export const langOf = (article: PublishedArticle): string => article.data.lang ?? site.lang;

/** The articles before and after one in time. */
export function neighboursOf(article: PublishedArticle): {
  earlier: PublishedArticle | undefined;
  later: PublishedArticle | undefined;
} {
  const { articles, positions } = read();
  const at = positions.get(article.id);
  if (at === undefined) return { earlier: undefined, later: undefined };
  return { earlier: articles[at - 1], later: articles[at + 1] };
}

/** The records of a kind that appear in the most articles, at most `most`, with the number of those articles. */
export function mostNamed(kind: Kind, most: number): { record: RecordEntry; articles: number }[] {
  const { appearances } = read();
  return records(kind)
    .map((record) => ({ record, articles: appearances.get(keyOf(kind, record.id))?.length ?? 0 }))
    .filter(({ articles }) => articles > 0)
    .toSorted((a, b) => b.articles - a.articles)
    .slice(0, most);
}

/** The places that lie in a place, as their own `partOf` says. */
export const partsOf = (place: string): RecordEntry[] => read().parts.get(place) ?? [];

/** The old paths of articles and records. */
export const moves = (): Move[] =>
  movesOf([...articles(), ...withdrawnArticles()], read().records.values());

/** The year of the latest published article, such as `2023`; undefined if there is none. */
export const latestYear = (): string | undefined => articles().at(-1)?.data.date.slice(0, 4);
