import type { ArticleData } from '../../domain/article/article-data.ts';
import type { PublishedArticleData } from '../../domain/data/article.ts';
import type { ArchiveFiles, ArticleNumber } from '../../domain/search/archive-files.ts';
import type { NamedRecord } from '../../domain/search/layout.ts';
import { postingOf } from '../../domain/search/posting.ts';
import { articlePath, paragraphPath } from '../../domain/url.ts';
import { inOrder } from './in-order.ts';
import type { Run } from './progress.ts';

/** How many files are asked for at once: as many as a line of some length carries. A browser sends what the host takes. */
const AT_ONCE = 64;

/** An article with those of the records that it is filed under. */
export interface FiledArticle {
  number: ArticleNumber;
  /** Undefined where it is not known yet. */
  id: string | undefined;
  records: NamedRecord[];
}

/** The articles that are filed under any of some records, in the order of time; of a part where the reader stops it. */
export async function filedArticles(
  records: readonly NamedRecord[],
  files: Pick<ArchiveFiles, 'record'>,
  run: Pick<Run, 'isOver' | 'count'>,
): Promise<FiledArticle[]> {
  const under = new Map<ArticleNumber, NamedRecord[]>();
  const ids = new Map<ArticleNumber, string>();
  const fetched = inOrder(records, AT_ONCE, ({ kind, id }) => files.record(kind, id));
  let done = 0;
  for await (const record of fetched) {
    if (run.isOver) return [];
    run.count(++done);
    if (!record) continue;
    for (const [number] of postingOf(record))
      under.set(number, [...(under.get(number) ?? []), record]);
    // Of these no file of ids is needed.
    for (const [number, id] of record.first) ids.set(number, id);
  }
  return [...under]
    .toSorted(([a], [b]) => a - b)
    .map(([number, of]) => ({ number, id: ids.get(number), records: of }));
}

/** The columns of the file of paragraphs. */
export const PARAGRAPH_COLUMNS = [
  ...['listed', 'name', 'kind', 'id', 'date', 'heading', 'article'],
  ...['permalink', 'text', 'lang', 'publisher'],
];

/** What the rows of paragraphs need besides the articles. */
export interface ParagraphContext {
  /** The names of the list that mean a record, by its kind and id: `people/ada-varga`. */
  listed: ReadonlyMap<string, readonly string[]>;
  /** Makes a whole URL from a path. */
  address: (path: string) => string;
}

/** Where articles are fetched. */
export interface ArticleSource {
  idOf: (article: ArticleNumber) => Promise<string>;
  /** What is published of an article, by its id. */
  article: (id: string) => Promise<PublishedArticleData>;
}

export const keyOf = ({ kind, id }: Pick<NamedRecord, 'kind' | 'id'>): string => `${kind}/${id}`;

/** The paragraphs of an article that name a record; the article where it is filed under it and has none. */
function placesIn(
  { id, paragraphs, mentions, summary }: ArticleData,
  record: NamedRecord,
): [path: string, text: string][] {
  const named = new Set(
    mentions
      .filter((mention) => mention.kind === record.kind && mention.id === record.id)
      .map(({ paragraph }) => paragraph),
  );
  const places = paragraphs
    .filter((paragraph) => named.has(paragraph.id))
    .map((paragraph): [string, string] => [paragraphPath(id, paragraph.id), paragraph.text]);
  // An archive that holds no text has named it in the summary or headline.
  const whole = paragraphs.length === 0 ? (summary ?? '') : '';
  return places.length > 0 ? places : [[articlePath(id), whole]];
}

/** The rows of an article: one for each paragraph that names a record. */
function paragraphRows(
  article: ArticleData,
  records: readonly NamedRecord[],
  { listed, address }: ParagraphContext,
): string[][] {
  return records.flatMap((record) =>
    placesIn(article, record).map(([path, text]) => [
      (listed.get(keyOf(record)) ?? []).join('; '),
      ...[record.name, record.kind, record.id, article.date, article.heading],
      ...[address(articlePath(article.id)), address(path), text],
      ...[article.lang, article.source?.publisher ?? ''],
    ]),
  );
}

/** The rows of articles, one article after another. Of a withdrawn one there are none. */
export function rowsOfArticles(
  articles: readonly FiledArticle[],
  source: ArticleSource,
  context: ParagraphContext,
): AsyncGenerator<string[][]> {
  return inOrder(articles, AT_ONCE, async ({ number, id, records }) => {
    const article = await source.article(id ?? (await source.idOf(number)));
    return 'withdrawn' in article ? [] : paragraphRows(article, records, context);
  });
}
