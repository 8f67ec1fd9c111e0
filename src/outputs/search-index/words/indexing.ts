import type { IndexedArticle } from '../filing.ts';
import type { SearchFolders } from '../search-folders.ts';
import { batchOf, type IndexedText } from './batch.ts';
import { type BatchFile, batchFile } from './batch-file.ts';
import { KeptBatches } from './batch-keeping.ts';
import { batchesOf, batchName } from './batches.ts';
import { withPagefind } from './stems.ts';

/** How many batches are indexed at a time. */
const AT_ONCE = 2;

/**
 * The words of all articles, batch by batch. Batches that were indexed before are kept.
 *
 * @param articles in the order of time
 * @param indexed is called with the number of articles of each batch that was indexed
 */
export async function indexedBatches(
  articles: readonly IndexedArticle[],
  textOf: (id: string) => IndexedText,
  { cache, code }: Pick<SearchFolders, 'cache' | 'code'>,
  indexed: (articles: number) => void,
): Promise<BatchFile[]> {
  const keeping = new KeptBatches(cache);
  const batches: BatchFile[] = [];
  const make = async (batch: readonly IndexedArticle[], name: string) => {
    const terms = await batchOf(batch.map(({ id }) => textOf(id)));
    keeping.keep(name, batchFile(terms, batch.length));
    const kept = keeping.kept(name);
    if (!kept) throw new Error('A batch of words was not kept as it was written.');
    indexed(batch.length);
    return kept;
  };
  await withPagefind(async () => {
    // While Pagefind works on one batch, another is put together here.
    const going: Promise<BatchFile>[] = [];
    for (const batch of batchesOf(articles)) {
      const name = batchName(batch, code);
      const kept = keeping.kept(name);
      going.push(kept ? Promise.resolve(kept) : make(batch, name));
      if (going.length === AT_ONCE) batches.push(...(await Promise.all(going.splice(0, 1))));
    }
    batches.push(...(await Promise.all(going)));
  });
  keeping.forgetOthers();
  return batches;
}
