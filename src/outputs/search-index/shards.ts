import { hash } from 'node:crypto';
import type { IndexedArticle } from './filing.ts';

/**
 * Articles of consecutive months whose words are indexed together. When an article changes, only its shard is indexed
 * again. Indexing needs memory for one shard, however large the archive is.
 */
export interface Shard {
  /** The first month, `2023-10`. */
  period: string;
  /** The number of the first article. */
  first: number;
  articles: IndexedArticle[];
}

/** A new shard begins with the month that would bring more articles than this. */
const MOST_ARTICLES = 8192;

/** Parts articles, in the order of time, into shards. */
export function shardsOf(articles: readonly IndexedArticle[]): Shard[] {
  const shards: Shard[] = [];
  for (const [period, filed] of Map.groupBy(articles, ({ date }) => date.slice(0, 7))) {
    const last = shards.at(-1);
    if (last && last.articles.length + filed.length <= MOST_ARTICLES) last.articles.push(...filed);
    else {
      const first = last ? last.first + last.articles.length : 0;
      shards.push({ period, first, articles: [...filed] });
    }
  }
  return shards;
}

/** The name of the folder of a shard, another where its texts are. */
export function shardName({ period, articles }: Shard): string {
  const texts = articles.map(({ id, digest }) => `${id} ${digest}`).join('\n');
  return `${period}-${hash('sha256', texts).slice(0, 12)}`;
}

/**
 * The language that Pagefind is told for a shard: English as for all, with the shard's own suffix. Pagefind puts it
 * before its names for texts, so no two shards share a name.
 */
export const shardLanguage = (period: string): string => `en-${period.replace('-', '')}`;
