import { mediaId } from '../../domain/media/media-id.ts';
import { mediumFields } from '../../domain/media/medium-fields.ts';
import type { NamedEntry } from '../adding/named-entry.ts';
import { digestOf } from '../media/filed-media.ts';
import { ImportFault } from '../source-document.ts';
import { isLacking, type MediumWord, mediumWords } from '../suggestions/medium-word.ts';
import type { Entry } from '../writing/entry.ts';
import type { MediumOffer, Refused } from './offer.ts';
import type { ReviewedArchive } from './opened-entry.ts';
import { isSealedUncredited, publishedPaths } from './sealed-word.ts';
import { otherUses } from './shared-file.ts';

/** The place of a file among the media of an entry, whatever it is called there; -1 where it is not there any more. */
function placeOf({ sha256 }: MediumWord, { data: { media = [] } }: Entry, place: NamedEntry) {
  const stated = media.findIndex((one) => one.sha256 === sha256);
  return stated >= 0
    ? stated
    : media.findIndex((one) => one.sha256 === undefined && digestOf(place, one) === sha256);
}

/** The suggestions of media on which the archivist has decided in the entry itself: it says something in that field by now. */
export const settledWords = (entry: Entry, place: NamedEntry): MediumWord[] =>
  mediumWords(entry.suggested).filter((word) => {
    const medium = entry.data.media?.[placeOf(word, entry, place)];
    return medium && !isLacking(word.field, medium);
  });

/** Offers what a file says of itself, in other words where the archivist gives some. @throws ImportFault where it cannot be filed */
export function mediumOffer(
  word: MediumWord,
  entry: Entry,
  place: NamedEntry,
  archive: ReviewedArchive,
  value = word.value,
): MediumOffer {
  const { sha256, field } = word;
  const index = placeOf(word, entry, place);
  const medium = entry.data.media?.[index];
  const saying = `What a file says of itself in “${field}” cannot be taken`;
  if (!medium)
    throw new ImportFault(
      `${saying}: no medium of the entry is the file with the SHA-256 ${sha256} any more. Take it out of “suggested”.`,
    );
  const { file, withheld } = medium;
  if (withheld || file === undefined)
    throw new ImportFault(`${saying}: the entry does not show ${file ?? 'the file'}.`);
  if (
    field === 'creditLine' &&
    isSealedUncredited(archive.root, publishedPaths(place.id, entry.data.formerly), sha256)
  )
    throw new ImportFault(
      `${saying}: it is sealed that nobody is known to whom ${file} is credited. Write its creditLine into the entry, with a correction that has was: ${mediaId(sha256)}.creditLine.`,
    );
  const checked = mediumFields.shape[field].safeParse(value);
  if (!checked.success)
    throw new ImportFault(`“${field}” cannot be that: ${checked.error.issues[0]?.message}`);
  const others = otherUses({ ...word, value }, place, archive).map(({ id }) => id);
  return { kind: 'medium', suggestion: word, index, file, value, replaced: medium[field], others };
}

/** All that the files of an entry say of themselves and the entry does not, each as it would be filed. */
export function mediumOffers(entry: Entry, place: NamedEntry, archive: ReviewedArchive) {
  const offers: MediumOffer[] = [];
  const refused: Refused[] = [];
  for (const suggestion of mediumWords(entry.suggested)) {
    try {
      offers.push(mediumOffer(suggestion, entry, place, archive));
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      refused.push({ kind: 'medium', suggestion, reason: error.message });
    }
  }
  return { offers, refused };
}
