import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WordsIndex } from '../../src/domain/search/words/layout.ts';
import { batchOf, type IndexedText } from '../../src/outputs/search-index/words/batch.ts';
import { BatchFile, batchFile } from '../../src/outputs/search-index/words/batch-file.ts';
import { withPagefind } from '../../src/outputs/search-index/words/stems.ts';
import { writeWordIndex } from '../../src/outputs/search-index/words/word-index.ts';
import { write } from './scratch.ts';

/** What the manifest says of an index without a word. */
export const NO_WORDS: WordsIndex = { batches: '', map: { level: 0, words: [], digests: '' } };

/** Indexes articles as one batch, as it is kept. */
export const indexedBatch = (articles: readonly IndexedText[]): Promise<BatchFile> =>
  withPagefind(async () => read(batchFile(await batchOf(articles), articles.length)));

/** A batch of which the file is in memory. */
const read = (bytes: Buffer) =>
  new BatchFile(bytes.toString('utf8', 0, bytes.indexOf('\n')), (start, length) =>
    bytes.subarray(start, start + length),
  );

/** Articles for the numbers of batches, each with its number as id. */
const numbered = (batches: readonly BatchFile[]) =>
  Array.from({ length: batches.reduce((sum, { articles }) => sum + articles, 0) }, (_, number) => ({
    id: `article-${number}`,
  }));

/** Writes the index of words of batches into a folder. @param site that has some of the files already */
export const writtenIndex = (
  folder: string,
  batches: readonly BatchFile[],
  site = join(folder, 'no-site'),
): Promise<WordsIndex> =>
  writeWordIndex(
    batches,
    numbered(batches),
    {
      next: folder,
      site,
      put: (path, text) => {
        if (existsSync(join(site, path))) return false;
        write(folder, { [path]: text });
        return true;
      },
    },
    () => undefined,
  );

/** A file of a written index, as a browser gets it. */
export const readIndex = (folder: string) => async (name: string) => {
  const file = join(folder, 'search/words', name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
