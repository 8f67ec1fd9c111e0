import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type WordsPart, wordsPath } from '../../domain/search/layout.ts';
import type { IndexedArticle } from './filing.ts';
import { type IndexedText, textsFile, writeWords } from './words.ts';

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

/** Splits articles, in the order of time, into shards. */
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

/** The name of the folder of a shard. It changes whenever an article of the shard does. */
export function shardName({ period, articles }: Shard): string {
  const texts = articles.map(({ id, digest }) => `${id} ${digest}`).join('\n');
  return `${period}-${hash('sha256', texts).slice(0, 12)}`;
}

/**
 * The language that Pagefind is told for a shard: English as for all, with the shard's own suffix. Pagefind puts it
 * before its names for texts, so no two shards share a name.
 */
const shardLanguage = (period: string): string => `en-${period.replace('-', '')}`;

/** The parts of search that are kept separately: the index of words; and names, places and days. */
export type SearchPart = 'words' | 'names';

/** Where search files are written to, and whether earlier ones can be kept. */
export interface SearchFolders {
  /** The site that is being built. */
  next: string;
  /** The site as it was last built. */
  site: string;
  /** Keeps a folder of the last site if it was made from the same input. False where it must be made. */
  keeps: (part: SearchPart, folder: string, key: string) => boolean;
}

/**
 * Writes the index of words, shard by shard. Shards that have not changed since the last build are kept.
 *
 * @param indexed is called for each article that was indexed
 */
export async function writeShards(
  articles: readonly IndexedArticle[],
  textOf: (id: string) => IndexedText,
  { next, site, keeps }: SearchFolders,
  indexed: () => void,
): Promise<WordsPart[]> {
  const parts: WordsPart[] = [];
  for (const shard of shardsOf(articles)) {
    const folder = shardName(shard);
    const language = shardLanguage(shard.period);
    const path = wordsPath(folder).slice(1);
    const isKept = keeps('words', path, folder);
    const ids = shard.articles.map(({ id }) => id);
    if (!isKept) await writeWords(join(next, path), language, ids, textOf, indexed);
    const texts = await textsFile(join(isKept ? site : next, path));
    parts.push({ folder, language, texts, first: shard.first });
  }
  return parts;
}
