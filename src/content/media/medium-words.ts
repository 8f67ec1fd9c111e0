import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { because, type Fault } from '../../domain/fault.ts';
import { textOfPage } from '../../domain/media/facsimile/ocr.ts';
import { SHARED } from '../../domain/media/file-name.ts';
import type { FileFacts } from '../../domain/media/media-type.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import type { TranscriptTime } from '../../domain/media/transcript-time.ts';
import { lyingAt } from '../files/regular-file.ts';
import { mediumFile } from './media-path.ts';
import { readCaptions } from './words/captions.ts';
import { readOcr } from './words/ocr.ts';
import { readTranscript } from './words/transcript.ts';

/** The words of a medium that stand in files beside it. */
interface ReadWords {
  /** The words of each page of a scan, or the transcript of a sound or film; undefined where no file has them. */
  texts: string[] | undefined;
  /** When the parts of a transcript are heard; undefined where it does not say it. */
  times: TranscriptTime[] | undefined;
  /** A digest of all files that were read; undefined where there are none. */
  words: string | undefined;
  faults: { path: PropertyKey[]; fault: Fault }[];
}

const absent = (file: string) =>
  because(
    'media/missing',
    'A file that a medium names is there, as a file and no link.',
    `Put ${basename(file)} ${file.startsWith(SHARED) ? 'into content/media/' : 'beside the entry'}, or correct its name, capitals too.`,
  );

const tooMany = (given: number, pages: number) =>
  because(
    'media/words',
    `The words of a scan are those of its pages: this file has ${given}, the scan ${pages}.`,
    'Take the pages out that the scan does not have, or name the file that belongs to it.',
  );

/** Reads the files of words that a medium names: of its scan, of what is said in it, its captions. */
export function readWords(
  article: { id: string; path: string },
  { ocr, transcript, captions }: Pick<Medium, 'ocr' | 'transcript' | 'captions'>,
  facts: FileFacts,
  isSound: (...path: PropertyKey[]) => boolean,
): ReadWords {
  const faults: ReadWords['faults'] = [];
  const digests: string[] = [];
  const read = <Found extends object>(
    path: PropertyKey[],
    file: string,
    reading: (path: string) => Found | { fault: Fault },
  ): Found | undefined => {
    if (!isSound(...path)) return undefined;
    const at = mediumFile(article, file);
    const found = lyingAt(at) === 'file' ? reading(at) : { fault: absent(file) };
    if (!('fault' in found)) {
      digests.push(hash('sha256', readFileSync(at)));
      return found;
    }
    faults.push({ path, fault: found.fault });
    return undefined;
  };
  captions.forEach(({ file }, index) => {
    read(['captions', index, 'file'], file, (path) => readCaptions(path, facts.seconds));
  });
  let texts: string[] | undefined;
  let times: TranscriptTime[] | undefined;
  if (ocr !== undefined) {
    const sizes = pageSizesOf(facts);
    const found = read(['ocr'], ocr, (path) => readOcr(path, sizes));
    if (found && found.pages.length > Math.max(1, sizes.length))
      faults.push({ path: ['ocr'], fault: tooMany(found.pages.length, Math.max(1, sizes.length)) });
    texts = found?.pages.map(textOfPage);
  }
  if (transcript !== undefined && transcript !== NO_TRANSCRIPT) {
    const found = read(['transcript'], transcript, (path) => readTranscript(path, facts.seconds));
    texts = found && [found.paragraphs.join('\n')];
    times = found?.times;
  }
  const words = digests.length > 0 ? hash('sha256', digests.join('\n')) : undefined;
  return { texts, times, words, faults };
}
