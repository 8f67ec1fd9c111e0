import { shownPath } from '../../content/files/archive-path.ts';
import { articlePath } from '../../domain/url.ts';
import type { PassedOver } from '../formats/skipped.ts';
import type { Outcome } from '../outcome.ts';
import { isEmpty } from '../suggestions/suggestion.ts';
import { summaryOfMedia, type ToldMedia } from '../writing/told-media.ts';

/** What a report that is kept says of an item. */
export interface ReportedItem {
  /** File, and line or number of the item where a file has several. */
  origin: string;
  /**
   * `missing`: a check found that it is in the source and not in the archive. `recalled`: it is in the archive, and its
   * source keeps it back now.
   */
  outcome:
    | 'imported'
    | 'missing'
    | 'unchanged'
    | 'changed'
    | 'updated'
    | 'recalled'
    | 'skipped'
    | 'failed';
  /** Path of the article in the archive. */
  url?: string;
  /** The file of its entry. */
  entry?: string;
  /** Of one that is passed over its address, or what its source numbers it by. */
  identifier?: string;
  title?: string;
  /** Why it was passed over, in a word that is counted. */
  as?: PassedOver;
  /** Why it was passed over or failed. */
  reason?: string;
  /** What could not be kept, and what the archivist should see. */
  notes?: string[];
  /** The article that it is likely the same as. */
  duplicateOf?: string;
  /** True where names or figures wait for review. */
  hasSuggestions?: boolean;
  /** Its pictures and other files: how many came in, and each that did not or lacks words. */
  media?: ToldMedia;
  /** Was and is, as a unified diff. */
  diff?: string;
}

/** What is told of an article that its source keeps back now. */
export const recallInWords = ({ ids, reason }: { ids: readonly string[]; reason: string }) =>
  `${ids.join(' or ')} is in the archive, and now its source says otherwise: ${reason}. Withdraw it (“withdrawn”) or take it out`;

/** What is told of options that change nothing of what is in, by their names. */
export const notTaken = (names: readonly string[]): string =>
  `${names.map((name) => `--${name}`).join(', ')} ${names.length === 1 ? 'is' : 'are'} not taken: its entry says otherwise; correct it there`;

/** An outcome as a report keeps it. */
export function reportedItem(outcome: Outcome, isCheck: boolean): ReportedItem {
  const { origin } = outcome;
  switch (outcome.outcome) {
    case 'imported': {
      const { entry, id, path, like, media } = outcome;
      // Each of its files is told by itself.
      const sums = new Set(media && summaryOfMedia(media));
      const notes = entry.notes.filter((note) => !sums.has(note));
      return {
        origin,
        outcome: isCheck ? 'missing' : 'imported',
        ...(!isCheck && { url: articlePath(id), entry: shownPath(path) }),
        ...(entry.data.title !== undefined && { title: entry.data.title }),
        ...(notes.length > 0 && { notes }),
        ...(like !== undefined && { duplicateOf: articlePath(like) }),
        ...(!isEmpty(entry.suggested) && { hasSuggestions: true }),
        ...(media && { media }),
      };
    }
    case 'changed':
      return {
        origin,
        outcome: outcome.taken ? 'updated' : 'changed',
        url: articlePath(outcome.id),
        entry: shownPath(outcome.path),
        ...(outcome.media && { media: outcome.media }),
        diff: outcome.diff,
      };
    case 'unchanged':
      return {
        origin,
        outcome: 'unchanged',
        url: articlePath(outcome.id),
        ...(outcome.untaken.length > 0 && { notes: [notTaken(outcome.untaken)] }),
      };
    case 'recalled':
      return {
        origin,
        outcome: 'recalled',
        url: articlePath(outcome.ids[0] ?? ''),
        reason: recallInWords(outcome),
      };
    case 'skipped':
      return {
        origin,
        outcome: 'skipped',
        as: outcome.as,
        reason: outcome.reason,
        ...(outcome.identifier !== undefined && { identifier: outcome.identifier }),
      };
    default:
      return { origin, outcome: 'failed', reason: outcome.reason };
  }
}
