import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadFile } from '../../../domain/search/archive-files.ts';
import { batchRow } from '../../../domain/search/words/article-numbers.ts';
import {
  WORDS_PATH,
  type WordsIndex,
  type WordsSort,
  wordsFileName,
} from '../../../domain/search/words/layout.ts';
import { fileDigest } from '../file-digest.ts';
import type { SearchFolders } from '../search-folders.ts';
import type { BatchFile } from './batch-file.ts';
import { firstIdsOf } from './first-ids.ts';
import { leavesOf } from './leaves.ts';
import { type Led, topMap } from './maps.ts';
import { type MergedTerm, mergedTerms } from './merging.ts';
import { proveLeaf, proveMaps } from './words-proof.ts';

/**
 * Writes the published index of words, and proves what is new of it: that each word of each article is found there. Files
 * that the last site has stay as they are.
 *
 * @param batches in the order of time
 * @param articles of the batches, in the order of time
 * @param merged is called with each term
 * @returns what the manifest says of it
 * @throws where a word is not found
 */
export async function writeWordIndex(
  batches: readonly BatchFile[],
  articles: readonly { id: string }[],
  { next, site, put }: Pick<SearchFolders, 'next' | 'site' | 'put'>,
  merged: (term: MergedTerm) => void,
): Promise<WordsIndex> {
  const written = new Set<string>();
  const putFile = (sort: WordsSort, word: string, content: object) => {
    const text = JSON.stringify(content);
    const digest = fileDigest(text);
    const name = wordsFileName(sort, word, digest);
    if (put(WORDS_PATH.slice(1) + name, text)) written.add(name);
    return digest;
  };
  const read: ReadFile = async (name) => {
    const file = join(written.has(name) ? next : site, WORDS_PATH, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  const rows = batchRow(batches.map(({ articles }) => articles));
  const led: Led[] = [];
  const elsewhere: [string, string][] = [];
  let before = 0;
  for (const leaf of leavesOf(mergedTerms(batches), putFile, firstIdsOf(rows, articles))) {
    for (const term of leaf.terms) merged(term);
    led.push({ word: leaf.word, digests: leaf.digests });
    if (written.size > before) elsewhere.push(...(await proveLeaf(leaf, rows, articles, read)));
    before = written.size;
  }
  const index = { batches: rows, map: topMap(led, (word, map) => putFile('map', word, map)) };
  await proveMaps(index, led, elsewhere, read);
  return index;
}
