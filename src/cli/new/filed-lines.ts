import { basename } from 'node:path';
import { shownPath } from '../../content/files/archive-path.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import type { MediumFile, PlaceableFile } from '../../import/adding/medium-file.ts';
import type { GivenWords } from './words/given.ts';
import { CALLED } from './words/options.ts';

/** A file as it was named to a command, and what it is in the archive. */
interface NamedFile {
  from: Pick<PlaceableFile, 'called'>;
  what: string;
}

/** The file of a medium, named. */
export const namedMedium = (path: string, kind: MediumKind): NamedFile => ({
  from: { called: path },
  what: CALLED[kind],
});

/** Files of words, named. @param lang of captions */
export const namedWords = (words: readonly GivenWords[], lang: string | undefined): NamedFile[] => {
  const what = {
    ocr: 'the words of the scan',
    transcript: 'what is heard in it',
    captions: `its captions in ${lang}`,
  };
  return words.map((from) => ({ from, what: what[from.as] }));
};

/** A line for each file of the archive that an entry names now: where it is, what it is, and what it was called. */
export function filedLines(
  named: readonly NamedFile[],
  placed: readonly Pick<MediumFile, 'path' | 'isCopy'>[],
): string[] {
  const lines = new Map<string, { isCopy: boolean; whats: string[]; from: string }>();
  for (const [at, { path, isCopy }] of placed.entries()) {
    const { what = '', from } = named[at] ?? {};
    // One file can be what is heard and the captions too.
    const line = lines.get(path) ?? { isCopy, whats: [], from: basename(from?.called ?? path) };
    line.whats.push(what);
    lines.set(path, line);
  }
  return [...lines].map(([path, { isCopy, whats, from }]) => {
    const renamed = isCopy && from !== basename(path) ? `, copied from ${from}` : '';
    return `${isCopy ? 'Filed' : 'There already'}: ${shownPath(path)} (${whats.join(' and ')}${renamed})`;
  });
}
