import { readFileSync } from 'node:fs';
import { LARGEST, lyingAt } from '../../content/files/regular-file.ts';
import { inspectFile } from '../../content/media/inspection/inspection.ts';
import { mediumFile } from '../../content/media/media-path.ts';
import { strippedFile } from '../../content/media/stripping/stripped-file.ts';
import { readCaptions } from '../../content/media/words/captions.ts';
import { readOcr } from '../../content/media/words/ocr.ts';
import { labelsOf, SPOKEN } from '../../content/media/words/pdf-labels.ts';
import { readTranscript } from '../../content/media/words/transcript.ts';
import { textOfAny, unpublishedWords } from '../../content/media/words/unpublished-words.ts';
import type { Article } from '../../domain/article/article.ts';
import type { Fault } from '../../domain/fault.ts';
import { textOfPage } from '../../domain/media/facsimile/ocr.ts';
import { type FiledMedium, isPublished } from '../../domain/media/filed-medium.ts';
import type { FileFacts } from '../../domain/media/media-type.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';

/** Words of a medium that is published nowhere. */
export interface MediumText {
  /** The file of the medium, as its article names it. */
  file: string;
  text: string;
}

type MediaEntry = Pick<Article, 'withheld' | 'withdrawn' | 'draft'> & {
  media: readonly FiledMedium[];
};

/** True where what is said of a medium, and what it says, is published nowhere. Drafts hide no words. */
const isSilent = (medium: FiledMedium, entry: MediaEntry) =>
  !entry.draft && !medium.missing && !isPublished(medium, entry);

/** True where an article has media whose words are published nowhere. Nothing is read for it. */
export const hasSilentMedia = (entry: MediaEntry): boolean =>
  entry.media.some((medium) => isSilent(medium, entry));

const CONTENT = /\bCONTENT\s{0,10}=\s{0,10}(?:"([^"<>]*)"|'([^'<>]*)')/gi;

/** The words of a file that is in none of the forms that the archive reads, without what looks like markup. */
function wordsIn(path: string): string {
  const text = textOfAny(readFileSync(path).subarray(0, LARGEST));
  const lines = text.split(/\r?\n/).filter((line) => !line.includes('-->'));
  return [
    ...Array.from(text.matchAll(CONTENT), ([, one, other]) => one ?? other ?? ''),
    lines.join('\n').replaceAll(/<[^<>]*>/g, ' '),
  ].join(' ');
}

/** What is read of a file, as the archive reads it where it shows the medium; else whatever words it may have. */
function wordsOf<Found extends object>(
  path: string,
  read: (path: string) => Found | { fault: Fault },
  words: (found: Found) => string[],
): string[] {
  const found = read(path);
  return 'fault' in found ? [wordsIn(path)] : words(found as Found);
}

/** The words of a scan, and what is heard of a sound or film, of the files that a medium names for them. */
function wordsBeside(
  { ocr, transcript, captions }: FiledMedium,
  facts: FileFacts | undefined,
  pathOf: (file: string) => string,
): string[] {
  const lies = (file: string | undefined) =>
    file !== undefined && lyingAt(pathOf(file)) === 'file' ? [pathOf(file)] : [];
  const sizes = facts ? pageSizesOf(facts) : [];
  return [
    ...lies(ocr).flatMap((path) =>
      wordsOf(
        path,
        (one) => readOcr(one, sizes),
        ({ pages }) => pages.map(textOfPage),
      ),
    ),
    ...lies(transcript === NO_TRANSCRIPT ? undefined : transcript).flatMap((path) =>
      wordsOf(path, readTranscript, ({ paragraphs }) => paragraphs),
    ),
    ...captions.flatMap(({ file }) =>
      lies(file).flatMap((path) =>
        wordsOf(path, readCaptions, ({ cues }) => [cues.map(({ text }) => text).join(' ')]),
      ),
    ),
  ];
}

/** What a PDF says to those who do not see its pages. */
async function spokenOf(path: string): Promise<string[]> {
  const bytes = Buffer.from(await strippedFile(path, 'application/pdf'));
  return Array.from(labelsOf(bytes)).flatMap(({ name, text }) => (SPOKEN.has(name) ? [text] : []));
}

/** What is said of media that are published nowhere, and what these say. @param article its id, and the path of its file */
export async function mediaTexts(
  article: { id: string; path: string },
  entry: MediaEntry,
): Promise<MediumText[]> {
  const texts: MediumText[] = [];
  for (const medium of entry.media.filter((one) => isSilent(one, entry))) {
    const { file = medium.id ?? '', caption, altText } = medium;
    const said = [caption, altText].filter((one) => one !== undefined);
    const pathOf = (name: string) => mediumFile(article, name);
    const own = medium.file === undefined ? undefined : pathOf(medium.file);
    const isThere = own !== undefined && lyingAt(own) === 'file';
    const found = isThere ? await inspectFile(own) : undefined;
    const facts = found && 'facts' in found ? found.facts : undefined;
    said.push(...(facts?.texts ?? []), ...wordsBeside(medium, facts, pathOf));
    if (own !== undefined && facts?.type === 'application/pdf') said.push(...(await spokenOf(own)));
    // What readers would see is not all that it says; and it may be in no form that the archive publishes.
    if (own !== undefined && isThere) said.push(...(await unpublishedWords(own)));
    texts.push(...[...new Set(said)].map((text) => ({ file, text })));
  }
  return texts;
}
