import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { regularBytes } from '../../../content/files/regular-file.ts';
import { mediumFile } from '../../../content/media/media-path.ts';
import { NO_TRANSCRIPT } from '../../../domain/media/medium-fields.ts';
import { shownWords } from '../../../domain/problem.ts';
import { Refusal } from '../../../errors/refusal.mjs';
import type { PlaceableFile } from '../../../import/adding/medium-file.ts';
import type { NamedEntry } from '../../../import/adding/named-entry.ts';
import { wordsEnding, wordsFault } from '../../../import/media/words-fault.ts';
import { type GivenFile, unread } from '../given-file.ts';
import type { MediumSaid } from '../medium-options.ts';
import { Refusals } from '../refusals.ts';

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

/** What a file is that is no text, by how it begins. */
const NO_TEXTS: readonly (readonly [beginning: string, what: string])[] = [
  ['%PDF-', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['II*\0', 'a picture'],
  ['MM\0*', 'a picture'],
  ['{\\rtf', 'a document of a word processor'],
  ['PK\x03\x04', 'a document of a word processor, or another packed file'],
  ['RIFF', 'a sound or film'],
  ['ID3', 'a sound'],
  ['OggS', 'a sound'],
];

/** What is wanted of each. */
const WANTED = {
  ocr: 'The words of a scan are ALTO or hOCR, as programs that read scans write them: tesseract page.tif page hocr makes page.hocr. A PDF or picture is filed with --media',
  transcript: 'A transcript is plain text in UTF-8 or WebVTT: save its words as such',
  captions: 'Captions are WebVTT: save them as such (.vtt)',
} as const;

/** @throws Refusal where a file is no text at all, with what it is */
function refuseNoText(as: GivenWords['as'], name: string, bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const [, what] = NO_TEXTS.find(([beginning]) => start.startsWith(beginning)) ?? [];
  if (what !== undefined)
    throw new Refusal(
      `--${as} ${shownWords(name)} cannot be filed. It is ${what}. ${WANTED[as]}. [media/words]`,
    );
}

/** Looks at a file of words. @throws Refusal where a build would not take it */
export function wordsIn(
  as: GivenWords['as'],
  name: string,
  file: Pick<GivenFile, 'facts'>,
  entry: NamedEntry | undefined,
): GivenWords {
  try {
    const path = pathOf(name, entry);
    const bytes = regularBytes(path);
    refuseNoText(as, name, bytes);
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
 * @throws Refusal with each that a build would not take
 */
export function givenWords(said: MediumSaid, file: GivenFile, entry?: NamedEntry): GivenWords[] {
  const refusals = new Refusals();
  const words = OPTIONS.flatMap((as) => {
    const name = said[as];
    if (name === undefined || name === NO_TRANSCRIPT) return [];
    return refusals.made(() => wordsIn(as, name, file, entry)) ?? [];
  });
  refusals.tell();
  return words;
}
