import { keysOf } from '../../../domain/search/corrections/keys.ts';
import {
  type NearFile,
  nearFileName,
  nearFilesOf,
  nearNumbers,
} from '../../../domain/search/corrections/layout.ts';
import type { Meant } from './vocabulary.ts';

/** Misspellings of each kind: a letter that is written twice, one that is left out, two that are exchanged. */
function misspellingsOf(letters: string): string[][] {
  const all = Array.from(letters);
  const at = (change: (index: number) => string[]) => all.map((_, index) => change(index).join(''));
  return [
    at((index) => all.toSpliced(index, 0, all[index] ?? '')),
    at((index) => all.toSpliced(index, 1)),
    at((index) => all.toSpliced(index, 2, ...all.slice(index, index + 2).toReversed())),
  ];
}

/** All that a file has, as it is written. */
const writtenIn = (file: NearFile) =>
  new Set(file.flatMap(([, words, names]) => [...words.split(' '), ...names]));

/**
 * Reads the files as browsers do, and looks for each word and name by misspellings of every kind. Where one letter changes
 * how those beside it sound, others of the kind are tried.
 *
 * @throws naming those that are not in the files which are read for their misspellings
 */
export function proveNear(
  meant: readonly Meant[],
  digests: string,
  read: (name: string) => NearFile,
): void {
  const count = nearFilesOf(digests);
  const files = Array.from({ length: count }, (_, number) =>
    writtenIn(read(nearFileName(digests, number))),
  );
  const isHeld = (written: string, keys: readonly string[]) =>
    nearNumbers(keys, count).some((number) => files[number]?.has(written));
  const isFound = ({ written, letters, keys }: Meant) =>
    // A name of several words is found where these are written as one, and a longer form of a word as it sounds.
    keys.length === 1
      ? isHeld(written, keys)
      : misspellingsOf(letters).every((kind) =>
          kind.some((misspelt) => isHeld(written, keysOf(misspelt))),
        );
  const missed = meant.filter((one) => !isFound(one)).map(({ written }) => written);
  if (missed.length > 0)
    throw new Error(`Misspelt words are not found: ${missed.slice(0, 50).join(', ')}.`);
}
