import { join } from 'node:path';
import { type WordsPart, wordsPath } from '../../domain/search/layout.ts';
import type { IndexedArticle } from './filing.ts';
import { shardLanguage, shardName, shardsOf } from './shards.ts';
import { type IndexedText, textsFile, writeWords } from './words.ts';

/** The parts of search that are kept separately: the index of words; and names, places and days. */
export type SearchPart = 'words' | 'names';

/** Where search files are written to, and what of the last ones is still there. */
export interface SearchFolders {
  /** The site that is being built. */
  next: string;
  /** The site as it was last built. */
  site: string;
  /** Keeps a folder of the last site that was made from the same input; false where it must be made. */
  keeps: (part: SearchPart, folder: string, key: string) => boolean;
}

/** Writes the parts of the index of words that have changed. */
export async function writeWordsParts(
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
