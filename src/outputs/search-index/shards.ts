import { hash } from 'node:crypto';
import type { IndexedArticle } from './filing.ts';

/**
 * Articles whose words are indexed together: those of consecutive months. A change to an article indexes its shard again
 * and no other, and indexing takes the memory of a shard, however large the archive is.
 */
export interface Shard {
  /** The first month, `2023-10`. */
  period: string;
  /** The number of the first article. */
  first: number;
  articles: IndexedArticle[];
}

/** A shard is closed before the month with which it would hold more. */
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
 * The language under which Pagefind is told to index a shard: English, as all are, with a name of its own. It stands
 * before each of the names that Pagefind gives to texts, so that those of two shards are never the same.
 */
export const shardLanguage = (period: string): string => `en-${period.replace('-', '')}`;
