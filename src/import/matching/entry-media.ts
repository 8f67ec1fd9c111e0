import { againstJoining } from '../adding/joining.ts';
import type { WrittenDocument } from '../source-document.ts';
import { type SuggestedMedium, suggestedOf } from '../suggestions/medium-word.ts';
import type { Entry } from '../writing/entry.ts';
import { type MediaPlan, type MediaWriting, planMedia } from '../writing/media-plan.ts';
import type { MediumFields } from '../writing/medium-fields.ts';
import type { EntryPlace } from '../writing/medium-name.ts';
import { offeredWords } from '../writing/offered-words.ts';
import { mediaNotes } from '../writing/told-media.ts';
import { withFacts } from './acceptance.ts';
import type { FiledEntry } from './filed-entry.ts';
import { changedMedia, withWordsOf } from './media-change.ts';
import { mediaOfEntry } from './update.ts';

/** An entry with media as they will be. */
export const withMedia = (entry: Entry, media: MediumFields[]): Entry => {
  const { media: _, ...data } = entry.data;
  return { ...entry, data: { ...data, ...(media.length > 0 && { media }) } };
};

/** What files that an entry did not have before say of themselves, and the entry does not. */
const offeredBy = (
  { looked }: Pick<MediaPlan, 'looked'>,
  media: readonly MediumFields[],
  filed: readonly MediumFields[] = [],
): SuggestedMedium[] =>
  media.flatMap((fields) => {
    const { sha256 } = fields;
    const found = sha256 === undefined ? undefined : looked.get(sha256);
    const isFiled = filed.some((one) => one.sha256 === sha256);
    if (sha256 === undefined || !found || isFiled) return [];
    return suggestedOf(sha256, found.stated, fields, found.isKnown);
  });

/** An entry with what its media are by their files, what these say of themselves, and what is told of them. */
export function filledEntry(entry: Entry, plan: MediaPlan, takesAll: boolean): Entry {
  const media = plan.media.map(({ fields }) => fields);
  const suggested = { ...entry.suggested, media: offeredBy(plan, media) };
  const offering = { ...withMedia(entry, media), suggested };
  const filled = takesAll ? withFacts(offering) : offering;
  const offered = offeredWords(filled.suggested.media, media);
  return { ...filled, notes: [...entry.notes, ...mediaNotes(plan), ...offered] };
}

/** The files of a plan that an entry names and did not name before. */
export function newFiles(
  { files }: MediaPlan,
  media: readonly MediumFields[],
  filed: readonly MediumFields[],
): MediaPlan['files'] {
  const known = new Set(filed.map(({ sha256 }) => sha256));
  const wanted = new Set(media.map(({ sha256 }) => sha256));
  return files.filter(({ of }) => wanted.has(of) && !known.has(of));
}

/** Whether the source has files by now that its entry lacks. */
export function bringsMedia(
  { media = [] }: Pick<WrittenDocument, 'media'>,
  { path }: Pick<FiledEntry, 'path'>,
  archive: MediaWriting,
): boolean {
  const there = media.filter(({ local, urls }) => local || (archive.fetch && urls.length > 0));
  if (there.length === 0) return false;
  const filed = mediaOfEntry(path, archive.disk.read(path));
  return filed.length === 0 || filed.some(({ missing }) => missing);
}

/** What the media of a source add to those of its entry. */
export async function comparedMedia(
  entry: Entry,
  place: EntryPlace,
  before: string,
  archive: MediaWriting,
) {
  const filed = mediaOfEntry(place.path, before);
  const plan = await planMedia(withWordsOf(entry.media, filed), place, archive);
  const { filedMedia } = archive;
  const media = changedMedia(
    filed,
    plan,
    entry.paragraphs,
    (words, sha256) => !filedMedia || !againstJoining(words, place, sha256, filedMedia),
  );
  return { plan, media, filed, offered: offeredBy(plan, media, filed) };
}
