import {
  type NearFile,
  type NearWords,
  nearCount,
  nearFileName,
  nearNumbers,
} from '../../../domain/search/corrections/layout.ts';
import { WORDS_PATH } from '../../../domain/search/words/layout.ts';
import { fileDigest } from '../file-digest.ts';
import type { SearchFolders } from '../search-folders.ts';
import { proveNear } from './near-proof.ts';
import type { Meant } from './vocabulary.ts';

const stepOf = (count: number): number => Math.floor(Math.log2(Math.max(1, count)));

/** A file of words, the most frequent first. */
function fileOf(some: readonly Meant[]): NearFile {
  const steps = Map.groupBy(some, ({ count }) => stepOf(count));
  return [...steps]
    .toSorted(([a], [b]) => b - a)
    .map(([step, all]): NearWords => {
      const written = (isName: boolean) =>
        all.filter((one) => one.isName === isName).map((one) => one.written);
      return [step, written(false).join(' '), written(true)];
    });
}

/** The files of what misspellings may mean. @param meant in order */
function nearFiles(meant: readonly Meant[]): NearFile[] {
  const count = nearCount(meant.reduce((sum, { keys }) => sum + keys.length, 0));
  const files = Array.from({ length: count }, (): Meant[] => []);
  for (const one of meant)
    for (const number of nearNumbers(one.keys, count)) files[number]?.push(one);
  return files.map(fileOf);
}

/**
 * Writes the files of what misspellings may mean, and proves that each word of them is found from misspellings.
 *
 * @returns the digests of their names, for the manifest
 * @throws naming words that are not found
 */
export async function writeNearFiles(
  meant: readonly Meant[],
  { put }: Pick<SearchFolders, 'put'>,
): Promise<string> {
  const texts = nearFiles(meant).map((file) => JSON.stringify(file));
  const digests = texts.map(fileDigest).join('');
  const files = new Map(texts.map((text, number) => [nearFileName(digests, number), text]));
  proveNear(meant, digests, (name) => JSON.parse(files.get(name) ?? '[]'));
  for (const [name, text] of files) put(WORDS_PATH.slice(1) + name, text);
  return digests;
}
