import { shownPath } from '../../../content/files/archive-path.ts';
import { mediaId } from '../../../domain/media/media-id.ts';
import { NO_TRANSCRIPT } from '../../../domain/media/medium-fields.ts';
import { articlePath, mediumPath } from '../../../domain/url.ts';
import { Refusal } from '../../../errors/refusal.mjs';
import { changeWithFiles } from '../../../import/adding/added-medium.ts';
import type { AddingArchive } from '../../../import/adding/medium-file.ts';
import { withWords } from '../../../import/adding/medium-words.ts';
import type { NamedEntry } from '../../../import/adding/named-entry.ts';
import { mediaOfEntry } from '../../../import/matching/update.ts';
import { digestOf } from '../../../import/media/filed-media.ts';
import type { MediumFields } from '../../../import/writing/medium-fields.ts';
import { filedLines, namedWords } from '../filed-lines.ts';
import type { GivenFile } from '../given-file.ts';
import { wordsFields } from '../medium-fields.ts';
import { MEDIUM_OPTIONS, type MediumSaid } from '../medium-options.ts';
import { Refusals } from '../refusals.ts';
import { givenWords } from './given.ts';
import { wordsObjections } from './options.ts';

/** The options with which words are added to a medium that is there. */
const OPTIONS: readonly string[] = ['media', 'entry', 'ocr', 'transcript', 'captions', 'lang'];

/** The medium of an entry that has a file already, and its place among the media; undefined where none has. */
export function filedIn(entry: NamedEntry, { facts }: GivenFile, { disk }: AddingArchive) {
  const media = mediaOfEntry(entry.path, disk.read(entry.path));
  const index = media.findIndex((one) => digestOf(entry, one) === facts.sha256);
  const medium = media[index];
  return medium && { index, medium };
}

/** @throws Refusal where an option says anything but words of the medium, or words that it has */
function refuseOthers(said: MediumSaid, { id }: NamedEntry, medium: MediumFields): void {
  const has = `${id} has this file already, as ${medium.file ?? 'one that it withholds'}`;
  const others = Object.keys(MEDIUM_OPTIONS).filter(
    (option) => Object.hasOwn(said, option) && !OPTIONS.includes(option),
  );
  if (medium.withheld || medium.file === undefined)
    throw new Refusal(`${has}: nothing is added to what is kept back.`);
  if (others.length > 0)
    throw new Refusal(
      `${has}, and an article states each file once. What is said of it (${others.map((one) => `--${one}`).join(', ')}) is changed in the entry; to add words to it, give --ocr, --transcript or --captions alone.`,
    );
  if (['ocr', 'transcript', 'captions'].every((option) => !Object.hasOwn(said, option)))
    throw new Refusal(
      `${has}, and an article states each file once. To add words to it, give --ocr (of a scan), --transcript (of a sound or film) or --captions (of a film); the text itself may place a picture again.`,
    );
  const there = (['ocr', 'transcript'] as const).find(
    (field) =>
      said[field] !== undefined && medium[field] !== undefined && medium[field] !== NO_TRANSCRIPT,
  );
  if (there)
    throw new Refusal(
      `${has}, with ${there}: ${medium[there]}. Replace that file, or take “${there}” out of the entry first.`,
    );
  if (medium.captions?.some(({ lang }) => lang === said.lang))
    throw new Refusal(
      `${has}, with captions in ${said.lang}. Replace that file, or take it out of the entry first.`,
    );
}

/**
 * Adds files of words to a medium that an entry has.
 *
 * @returns what is said of it, in lines
 * @throws Refusal or ImportFault, and then nothing of it is there
 */
export async function addWords(
  said: MediumSaid,
  file: GivenFile,
  entry: NamedEntry,
  { index, medium }: NonNullable<ReturnType<typeof filedIn>>,
  archive: AddingArchive,
): Promise<string[]> {
  refuseOthers(said, entry, medium);
  const refusals = new Refusals();
  refusals.add(...wordsObjections(said, medium.kind, []));
  const words = refusals.made(() => givenWords(said, file, entry)) ?? [];
  refusals.tell();
  const placed = await changeWithFiles(entry, archive, words, (before, names) => {
    const nameOf = (as: string) => names[words.findIndex((one) => one.as === as)];
    return withWords(entry.path, before, index, wordsFields(said, nameOf));
  });
  return [
    ...filedLines(namedWords(words, said.lang), placed),
    `Named in: ${shownPath(entry.path)}, with ${medium.file}`,
    `Its page: ${mediumPath(mediaId(file.facts.sha256))}; its article: ${articlePath(entry.id)}`,
  ];
}
