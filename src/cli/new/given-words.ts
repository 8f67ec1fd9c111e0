import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { regularBytes } from '../../content/files/regular-file.ts';
import { mediumFile } from '../../content/media/media-path.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import type { PlaceableFile } from '../../import/adding/medium-file.ts';
import type { NamedEntry } from '../../import/adding/named-entry.ts';
import { wordsEnding, wordsFault } from '../../import/media/words-fault.ts';
import { type GivenFile, unread } from './given-file.ts';
import type { MediumSaid } from './medium-options.ts';

const OPTIONS = ['ocr', 'transcript', 'captions'] as const;

/** A file of words that goes with a medium: of its scan, of what is said in it, its captions. */
export interface GivenWords extends PlaceableFile {
  as: (typeof OPTIONS)[number];
}

/** Where a file is that an archivist names: of this machine, or, where there is none, beside the entry. */
function pathOf(name: string, entry: NamedEntry | undefined): string {
  const here = resolve(process.env['INIT_CWD'] ?? '.', name);
  try {
    return realpathSync(here);
  } catch (error) {
    if (!entry) throw error;
    try {
      return realpathSync(mediumFile(entry, name));
    } catch {
      throw error;
    }
  }
}

/** Looks at a file of words. @throws Refusal where a build would not take it */
function wordsIn(
  as: GivenWords['as'],
  name: string,
  file: GivenFile,
  entry: NamedEntry | undefined,
): GivenWords {
  try {
    const path = pathOf(name, entry);
    const bytes = regularBytes(path);
    const fault = wordsFault(as, path, file.facts);
    if (fault) throw new Refusal(`--${as} ${shownWords(name)} cannot be filed. ${fault.sentence}`);
    return {
      as,
      from: path,
      called: path,
      bytes: bytes.length,
      ending: wordsEnding(as, bytes),
      fallback: as,
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof Refusal || code === undefined) throw error;
    throw new Refusal(unread(as, name, code));
  }
}

/**
 * The files of words that the options name, looked at before anything is written.
 *
 * @param entry in whose folder they may lie already
 * @throws Refusal where a build would not take one
 */
export const givenWords = (said: MediumSaid, file: GivenFile, entry?: NamedEntry): GivenWords[] =>
  OPTIONS.flatMap((as) => {
    const name = said[as];
    return name === undefined || name === NO_TRANSCRIPT ? [] : [wordsIn(as, name, file, entry)];
  });
