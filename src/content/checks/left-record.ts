import { KINDS } from '../../domain/authorities/authority.ts';
import type { RecordFile, Records } from '../reading/record.ts';
import type { ArticleEntry } from '../store/article-entry.ts';

/** An article with its file. */
interface FiledArticle {
  path: string;
  entry: Pick<
    ArticleEntry,
    | (typeof KINDS)[number]
    | 'about'
    | 'dateline'
    | 'draft'
    | 'figures'
    | 'media'
    | 'mentioned'
    | 'withdrawn'
  >;
}

/** A record that a withdrawn article named, and that nothing which is shown names any more. */
export interface LeftRecord {
  record: Pick<RecordFile, 'kind' | 'id' | 'path'>;
  /** The file of the withdrawn article. */
  article: string;
}

/** The ids of all records that an article names anywhere. No two records have the same. */
function namedIn({ entry }: FiledArticle): Set<string> {
  const { about, dateline, figures, media, mentioned } = entry;
  return new Set([
    ...KINDS.flatMap((kind) => entry[kind]),
    ...about,
    ...(dateline ? [dateline] : []),
    ...figures.flatMap(({ place, countedBy }) => [place, countedBy].flatMap((id) => id ?? [])),
    ...media.flatMap(({ personsShown, locationShown }) => [
      ...personsShown,
      ...(locationShown ? [locationShown] : []),
    ]),
    ...mentioned.map(([path]) => path.split('/').at(-1) ?? path),
  ]);
}

/**
 * The records of people, places and organisations that only withdrawn articles name. A withdrawal does not take them
 * away: their pages, feeds and names go on being published.
 */
export function leftRecords(
  articles: readonly FiledArticle[],
  records: Pick<Records, 'all'>,
): LeftRecord[] {
  const withdrawn = articles.filter(({ entry }) => entry.withdrawn && !entry.draft);
  if (withdrawn.length === 0) return [];
  const shown = articles.filter(({ entry }) => !entry.withdrawn && !entry.draft).map(namedIn);
  // A place is named by those that lie in it, a name by the record that is told apart from it.
  const beside = new Set(
    records.all.flatMap(({ data }) => [
      ...(data.partOf ? [data.partOf] : []),
      ...data.distinctFrom,
    ]),
  );
  return withdrawn.flatMap((article) => {
    const named = namedIn(article);
    return records.all
      .filter(({ id }) => named.has(id) && !beside.has(id) && !shown.some((one) => one.has(id)))
      .map(({ kind, id, path }) => ({ record: { kind, id, path }, article: article.path }));
  });
}
