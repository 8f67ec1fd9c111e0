import { readEntry } from '../matching/filed-entry.ts';
import type { FiledMedia } from '../media/filed-media.ts';
import type { JoinedWord } from '../media/joined-words.ts';
import { isSealedWord, publishedPaths } from '../review/sealed-word.ts';
import type { NamedEntry } from './named-entry.ts';

/**
 * Why a gap cannot be joined to the medium of an entry that has its file: a word of that is sealed, or is what other
 * articles say of the file too. Nothing where it can.
 */
export function againstJoining(
  words: readonly JoinedWord[],
  entry: NamedEntry,
  sha256: string,
  filedMedia: FiledMedia,
): { field: JoinedWord['field']; why: string } | undefined {
  const others = filedMedia.entriesOf(sha256).filter((id) => id !== entry.id);
  const paths = publishedPaths(entry.id, readEntry(entry.path).formerly);
  for (const { field, replaced } of words) {
    if (replaced !== undefined && isSealedWord(filedMedia.root, paths, sha256, field))
      return { field, why: 'is sealed' };
    if (field === 'creditLine' && others.length > 0)
      return { field, why: `stands in ${others.join(', ')} too` };
  }
  return undefined;
}
