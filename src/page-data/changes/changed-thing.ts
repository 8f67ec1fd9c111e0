import { isGivenAway } from '../../content/checks/withholding.ts';
import {
  articles,
  type PublishedArticle,
  type RecordEntry,
  recordOf,
  records,
  withdrawnArticles,
} from '../../content/queries/articles.ts';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { articlePath, recordPath } from '../../domain/url.ts';

/** The article or record that was changed; undefined if it is gone. */
export type Subject = { article: PublishedArticle } | { record: RecordEntry } | undefined;

/** What is now at each path, old paths included. */
export function subjects(): Map<string, NonNullable<Subject>> {
  const found = new Map<string, NonNullable<Subject>>();
  for (const article of [...articles(), ...withdrawnArticles()]) {
    const { id, data } = article;
    for (const path of [...(data.unwithheld ?? data).formerly, articlePath(id)])
      found.set(path, { article });
  }
  for (const kind of KINDS)
    for (const record of records(kind))
      for (const id of [...record.data.formerly, record.id])
        found.set(recordPath(kind, id), { record });
  return found;
}

/** The record with this present or former id; undefined if the article may not name it. */
export function recordNamed(kinds: readonly Kind[], id: string, article: PublishedArticle) {
  for (const kind of kinds) {
    const record =
      recordOf(kind, id) ?? records(kind).find(({ data }) => data.formerly.includes(id));
    if (record && !isGivenAway({ ...record, path: '', digest: '' }, article.data)) return record;
  }
  return undefined;
}
