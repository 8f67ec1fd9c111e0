import { queriedName, writtenWords } from '../../domain/search/corrections/entry.ts';
import {
  type NearFile,
  nearFileName,
  nearFilesOf,
} from '../../domain/search/corrections/layout.ts';
import type { Manifest, SpeltRecord } from '../../domain/search/layout.ts';
import type { ReadWords } from '../../outputs/search-index/words/published-terms.ts';

/** What a site shows that files for misspelt words may have. */
export interface Shown {
  /** The words of its index. */
  words: ReadonlySet<string>;
  records: readonly Pick<SpeltRecord, 'spellings'>[];
}

/**
 * Reads the files for misspelt words. In these, words of many articles stand beside each other, so they are not read as
 * texts: each of their words must be in the index of words or in a name, which are.
 *
 * @throws naming words that are in neither
 */
export function checkNearWords(
  { near }: Pick<Manifest, 'near'>,
  read: ReadWords,
  { words, records }: Shown,
): void {
  const names = new Set<string>();
  for (const spelling of records.flatMap(({ spellings }) => spellings)) {
    const own = writtenWords(spelling);
    for (const name of [...own, queriedName(spelling)]) names.add(name);
  }
  const strays: string[] = [];
  for (let number = 0; number < nearFilesOf(near); number++)
    for (const [, some, named] of read(nearFileName(near, number)) as NearFile) {
      strays.push(...some.split(' ').filter((word) => word !== '' && !words.has(word)));
      strays.push(...named.filter((name) => !names.has(name)));
    }
  if (strays.length > 0)
    throw new Error(
      `Search offers words that neither texts nor names have: ${[...new Set(strays)].slice(0, 50).join(', ')}.`,
    );
}
