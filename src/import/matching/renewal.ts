import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { isStatedIn } from '../../domain/figures/stated-words.ts';
import type { SuggestedMedium } from '../suggestions/medium-word.ts';
import type { Suggested } from '../suggestions/suggestion.ts';
import type { MediumFields } from '../writing/medium-fields.ts';

/** Suggestions of an entry whose text has changed. */

/** What an entry has of suggestions: those that wait, and the records and figures that it states. */
export type Reviewed = {
  suggested?: Partial<Record<Kind, { name: string }[]>> & {
    figures?: { asStated: string }[];
    media?: SuggestedMedium[];
  };
  about?: string[];
  figures?: { asStated: string }[];
} & Partial<Record<Kind, string[]>>;

/**
 * The suggestions of the new text without those that the archivist has been through: what the entry states already, and
 * what stood in the old text and waits no more.
 *
 * @param before the old text
 */
export function renewed(
  suggested: Suggested,
  entry: Reviewed,
  before: string,
): Omit<Suggested, 'media'> {
  const waits = entry.suggested ?? {};
  const stated = new Set([...KINDS.flatMap((kind) => entry[kind] ?? []), ...(entry.about ?? [])]);
  const isOpen = (words: string, waiting: readonly string[]) =>
    waiting.includes(words) || !isStatedIn(before, words);
  const namesOf = (kind: Kind) => {
    const waiting = (waits[kind] ?? []).map(({ name }) => name);
    return suggested[kind].filter(
      ({ id, name }) => !(id && stated.has(id)) && isOpen(name, waiting),
    );
  };
  const counted = new Set((entry.figures ?? []).map(({ asStated }) => asStated));
  const waiting = (waits.figures ?? []).map(({ asStated }) => asStated);
  return {
    people: namesOf('people'),
    places: namesOf('places'),
    organisations: namesOf('organisations'),
    figures: suggested.figures.filter(
      ({ asStated }) => !counted.has(asStated) && isOpen(asStated, waiting),
    ),
  };
}

/**
 * What files say of themselves, for an entry that takes over the media of its source: what waits, of files that it has
 * still, and what new files say. What was gone through is not asked again.
 */
export const renewedMedia = (
  offered: readonly SuggestedMedium[],
  { suggested: { media: waiting = [] } = {} }: Reviewed,
  media: readonly Pick<MediumFields, 'sha256'>[] = [],
): SuggestedMedium[] => [
  ...waiting.filter((one) => media.some(({ sha256 = one.sha256 }) => sha256 === one.sha256)),
  ...offered.filter((one) => !waiting.some(({ sha256 }) => sha256 === one.sha256)),
];
