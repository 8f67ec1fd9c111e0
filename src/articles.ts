import { type CollectionEntry, getCollection } from 'astro:content';
import { type Heading, headingOf } from './archive/article.ts';
import {
  type AuthorityRecord,
  filingName,
  KINDS,
  type Kind,
  type Place,
} from './archive/authority.ts';
import { byTime } from './archive/chronology.ts';
import { openingWords } from './archive/sentence.ts';
import type { RecordMention } from './loaders/rehype-record.ts';
import { site } from './site.ts';

/** The only place that queries the collections. What it gives is published, in order, and read once a build. */

export type ArticleEntry = CollectionEntry<'articles'>;

/** A person, place or organisation with its kind. */
export interface RecordEntry {
  kind: Kind;
  id: string;
  data: AuthorityRecord & Pick<Partial<Place>, 'coordinates' | 'partOf'>;
}

/** An article in which a record is mentioned, or which is about it. */
export interface Appearance {
  article: ArticleEntry;
  /** Where it is mentioned, in the order of the text; empty where the article is only said to be about it. */
  mentions: RecordMention[];
}

interface Archive {
  articles: ArticleEntry[];
  /** Index of each article in `articles`, by its id. */
  positions: Map<string, number>;
  withdrawn: ArticleEntry[];
  records: Map<string, RecordEntry>;
  /** The records of each kind in filing order. */
  filed: Map<Kind, RecordEntry[]>;
  appearances: Map<string, Appearance[]>;
}

const keyOf = (kind: Kind, id: string) => `${kind}/${id}`;

async function readArchive(): Promise<Archive> {
  const filed = (await getCollection('articles'))
    .filter(({ data }) => !data.draft)
    .toSorted(byTime);
  const articles = filed.filter(({ data }) => !data.withdrawn);
  const records = new Map<string, RecordEntry>();
  for (const kind of KINDS) {
    for (const { id, data } of await getCollection(kind))
      records.set(keyOf(kind, id), { kind, id, data });
  }
  return {
    articles,
    positions: new Map(articles.map(({ id }, index) => [id, index])),
    withdrawn: filed.filter(({ data }) => data.withdrawn),
    records,
    filed: new Map(KINDS.map((kind) => [kind, inFilingOrder(kind, records)])),
    appearances: appearancesIn(articles, records),
  };
}

function inFilingOrder(kind: Kind, records: Archive['records']): RecordEntry[] {
  const order = new Intl.Collator(site.lang).compare;
  return [...records.values()]
    .filter((record) => record.kind === kind)
    .toSorted((a, b) => order(filingName(a.data), filingName(b.data)) || (a.id < b.id ? -1 : 1));
}

function appearancesIn(
  articles: ArticleEntry[],
  records: Archive['records'],
): Map<string, Appearance[]> {
  const appearances = new Map<string, Appearance[]>();
  // The latest first: a reader of a name wants the news of it.
  for (const article of articles.toReversed()) {
    const here = new Map<string, RecordMention[]>();
    for (const kind of KINDS) {
      for (const id of article.data[kind]) here.set(keyOf(kind, id), []);
      for (const id of article.data.about)
        if (records.has(keyOf(kind, id))) here.set(keyOf(kind, id), []);
    }
    for (const mention of article.data.mentions)
      here.get(keyOf(mention.kind, mention.id))?.push(mention);
    for (const [key, mentions] of here) {
      const known = appearances.get(key);
      if (known) known.push({ article, mentions });
      else appearances.set(key, [{ article, mentions }]);
    }
  }
  return appearances;
}

let archive: Promise<Archive> | undefined;

function read(): Promise<Archive> {
  // While someone edits, each page asks anew.
  if (import.meta.env.DEV) return readArchive();
  archive ??= readArchive();
  return archive;
}

/** The published articles, the earliest first; neither drafts nor withdrawn ones. */
export const articles = async (): Promise<ArticleEntry[]> => (await read()).articles;

/** The articles whose permalink answers with a tombstone. */
export const withdrawnArticles = async (): Promise<ArticleEntry[]> => (await read()).withdrawn;

/** The records of a kind in filing order. */
export const records = async (kind: Kind): Promise<RecordEntry[]> =>
  (await read()).filed.get(kind) ?? [];

/** A record by kind and id. */
export const recordOf = async (kind: Kind, id: string): Promise<RecordEntry | undefined> =>
  (await read()).records.get(keyOf(kind, id));

/** The articles that mention a record or are about it, the latest first. */
export const appearancesOf = async (kind: Kind, id: string): Promise<Appearance[]> =>
  (await read()).appearances.get(keyOf(kind, id)) ?? [];

/** The language of an article. */
export const langOf = (article: ArticleEntry): string => article.data.lang ?? site.lang;

/** What stands over an article: its headline, or its opening words where it has none. */
export const heading = (article: ArticleEntry): Heading =>
  headingOf(article.data, article.data.paragraphs[0]?.text ?? '', langOf(article));

/** The articles before and after one in time. */
export async function neighboursOf(
  article: ArticleEntry,
): Promise<{ earlier: ArticleEntry | undefined; later: ArticleEntry | undefined }> {
  const { articles, positions } = await read();
  const at = positions.get(article.id);
  if (at === undefined) return { earlier: undefined, later: undefined };
  return { earlier: articles[at - 1], later: articles[at + 1] };
}

/** The records of a kind that the most articles name, with the number of these. */
export async function mostNamed(
  kind: Kind,
  most: number,
): Promise<{ record: RecordEntry; articles: number }[]> {
  const { appearances } = await read();
  return (await records(kind))
    .map((record) => ({ record, articles: appearances.get(keyOf(kind, record.id))?.length ?? 0 }))
    .filter(({ articles }) => articles > 0)
    .toSorted((a, b) => b.articles - a.articles)
    .slice(0, most);
}

/** The opening words of a text, for lists, where there is a headline over them. */
export const opening = (article: ArticleEntry): string | undefined =>
  article.data.title === undefined
    ? undefined
    : openingWords(article.data.paragraphs[0]?.text ?? '', langOf(article), 180) || undefined;

/** The places that lie in a place, by their own word. */
export async function partsOf(place: string): Promise<RecordEntry[]> {
  return (await records('places')).filter(({ data }) => data.partOf === place);
}
