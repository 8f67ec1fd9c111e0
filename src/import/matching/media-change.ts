import { isDeepStrictEqual } from 'node:util';
import { paragraphIds } from '../../domain/article/paragraph.ts';
import { contradiction } from '../adding/contradiction.ts';
import type { FiledMedia } from '../media/filed-media.ts';
import { type JoinedWord, joinedWords } from '../media/joined-words.ts';
import type { WrittenMedium } from '../media/source-medium.ts';
import { saying } from '../suggestions/medium-word.ts';
import type { MediaPlan } from '../writing/media-plan.ts';
import { inOrder, isOfFileAtHand, type MediumFields } from '../writing/medium-fields.ts';

/** The media of an entry that is there, and those that its source has now. */

const isSameGap = (
  { missing }: MediumFields,
  { urls, name }: Pick<WrittenMedium, 'urls' | 'name'>,
): boolean =>
  missing !== undefined &&
  ((missing.url !== undefined && urls.includes(missing.url)) ||
    (missing.url === undefined && missing.name !== undefined && missing.name === name));

/**
 * Media of a source with the words that the archivist has written for those that are missing from the entry: what was a
 * gap for lack of them comes in.
 */
export const withWordsOf = (
  media: readonly WrittenMedium[],
  filed: readonly MediumFields[],
): WrittenMedium[] =>
  media.map((one) => {
    const gap = filed.find((other) => isSameGap(other, one));
    if (!gap) return one;
    const { altText, caption, decorative } = gap;
    return {
      ...one,
      altText: altText ?? one.altText,
      caption: caption ?? one.caption,
      decorative: decorative ?? one.decorative,
    };
  });

/** A gap with the file that it lacked; what the archivist wrote there stays. */
function filled({ missing: _, ...gap }: MediumFields, found: MediumFields): MediumFields {
  const { creditLine } = gap;
  const isCredited = creditLine !== undefined && creditLine !== 'unknown';
  return inOrder({
    ...found,
    ...gap,
    ...(!isCredited && found.creditLine !== undefined && { creditLine: found.creditLine }),
  });
}

/**
 * A gap with what was learned from the web of why its file is missing, where that will not pass. Where its file lay at hand,
 * the reason says what is to be done, and stays.
 */
const told = (
  gap: MediumFields,
  { fields, isLearned }: MediaPlan['media'][number],
): MediumFields =>
  gap.missing && fields.missing && isLearned && !isOfFileAtHand(gap.missing.reason)
    ? { ...gap, missing: { ...gap.missing, reason: fields.missing.reason } }
    : gap;

/**
 * Whether media differ from those of an entry in the files and reasons of its gaps alone, and say nothing of a file that
 * another entry denies.
 */
export const isFilling = (
  filed: readonly MediumFields[],
  media: readonly MediumFields[],
  filedMedia: Pick<FiledMedia, 'of'> | undefined,
): boolean =>
  filed.length === media.length &&
  media.every((one, at) => {
    const known = one.sha256 === undefined ? undefined : filedMedia?.of(one.sha256);
    return filed[at]?.missing
      ? !(known && contradiction(one, known))
      : isDeepStrictEqual(one, filed[at]);
  });

/**
 * Media without the gaps whose file another of them has, from another address: that says what the gap says and it does
 * not. What is kept back is joined to nothing.
 */
function withoutTwins(
  media: readonly MediumFields[],
  { again }: Pick<MediaPlan, 'again'>,
  isJoinable: (words: readonly JoinedWord[], sha256: string) => boolean,
): MediumFields[] {
  const kept = [...media];
  for (const gap of media) {
    const twin = gap.withheld ? undefined : again.find(({ stated }) => isSameGap(gap, stated));
    const at = kept.findIndex(({ sha256 }) => sha256 && sha256 === twin?.fields.sha256);
    const record = kept[at];
    if (!record?.file || record.withheld) continue;
    const words = joinedWords(record, gap);
    // What is sealed, or stands in other articles too, is corrected by hand: until then the gap stays.
    if (!isJoinable(words, record.sha256 ?? '')) continue;
    kept[at] = inOrder(words.reduce(saying, record));
    kept.splice(kept.indexOf(gap), 1);
  }
  return kept;
}

/** A scan whose regions hold paragraphs that the text has: where one is gone, they are those that its source gives now. */
function withRegions(
  medium: MediumFields,
  now: MediumFields['regions'] = [],
  ids: ReadonlySet<string>,
): MediumFields {
  const { regions = [], ...others } = medium;
  if (regions.every(({ paragraph }) => ids.has(paragraph))) return medium;
  const kept = now.length > 0 ? now : regions.filter(({ paragraph }) => ids.has(paragraph));
  return kept.length > 0 ? inOrder({ ...others, regions: kept }) : others;
}

/**
 * The media that an entry has once it takes over those of its source: what was missing comes in, what is new is added, and
 * what the archivist has made of those that are there stays.
 *
 * @param paragraphs the texts of the entry as it will be: a medium whose paragraph is gone takes the place that its source
 *   gives it now
 * @param isJoinable whether a medium that has the file of a gap may say words of that
 */
export function changedMedia(
  filed: readonly MediumFields[],
  plan: Pick<MediaPlan, 'media' | 'again'>,
  paragraphs: readonly string[],
  isJoinable: (words: readonly JoinedWord[], sha256: string) => boolean,
): MediumFields[] {
  const ids = new Set(paragraphIds(paragraphs));
  const left = [...plan.media];
  const take = (isIt: (one: MediaPlan['media'][number]) => boolean) => {
    const at = left.findIndex(isIt);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const changed = filed.map((medium) => {
    const same =
      (medium.sha256 && take(({ fields }) => fields.sha256 === medium.sha256)) ||
      take(({ stated }) => isSameGap(medium, stated));
    const whole = withRegions(
      medium.missing && same?.fields.file !== undefined
        ? filled(medium, same.fields)
        : same
          ? told(medium, same)
          : medium,
      same?.fields.regions,
      ids,
    );
    const isPlaced =
      whole.position === undefined || whole.position === 'head' || ids.has(whole.position);
    if (isPlaced) return whole;
    const { position: _, ...others } = whole;
    const position = same?.fields.position;
    return inOrder({ ...others, ...(position !== undefined && { position }) });
  });
  // A gap that the archivist has filled by hand is known by its place alone.
  const isNew = ({ fields }: MediaPlan['media'][number], at: number) =>
    fields.file !== undefined || filed.length < plan.media.length - at;
  let gaps = 0;
  for (const one of left)
    if (isNew(one, one.fields.file === undefined ? gaps++ : 0)) changed.push(one.fields);
  return withoutTwins(changed, plan, isJoinable);
}
