import type { Kind } from '../../domain/authorities/authority.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import type { Filed } from '../matching/authority-file.ts';
import { type MediumWord, saying, withoutWord } from '../suggestions/medium-word.ts';
import type { Suggested } from '../suggestions/suggestion.ts';
import type { Entry } from '../writing/entry.ts';

/** A name that an entry suggests. */
export type SuggestedName = Suggested[Kind][number];

/** A name as it would be filed: under a record that is there, with one more spelling or without, or under a new one. */
export interface NameOffer {
  kind: Kind;
  suggestion: SuggestedName;
  record: Filed;
}

/** A figure as it would be filed. */
export interface FigureOffer {
  kind: 'figure';
  suggestion: Figure;
  figure: Figure;
}

/** What a file says of itself, as it would be filed. */
export interface MediumOffer {
  kind: 'medium';
  suggestion: MediumWord;
  /** Its place among the media of the entry, from 0, and its file as the entry names it. */
  index: number;
  file: string;
  /** What is filed: what the file says, or other words that the archivist gives. */
  value: string;
  /** What stands in the field now, and would give way. */
  replaced: unknown;
  /** The ids of other entries that show the file, and say it then too. */
  others: readonly string[];
}

/**
 * One thing that a text seems to say, or a file says of itself, as it would be filed. A question shows it by `wordsOf`, and yes files it by `taken`:
 * both go by these fields alone, so that nothing is written that was not shown.
 */
export type Offer = NameOffer | FigureOffer | MediumOffer;

/** A suggestion that cannot be filed as it is, and why. */
export interface Refused {
  kind: Offer['kind'];
  suggestion: SuggestedName | Figure | MediumWord;
  reason: string;
}

/** An entry without a suggestion. */
export function without(
  entry: Entry,
  { kind, suggestion }: Pick<Offer, 'kind' | 'suggestion'>,
): Entry {
  const left = { ...entry.suggested };
  if (kind === 'medium') left.media = withoutWord(left.media, suggestion as MediumWord);
  else if (kind === 'figure') left.figures = left.figures.filter((one) => one !== suggestion);
  else left[kind] = left[kind].filter((one) => one !== suggestion);
  return { ...entry, suggested: left };
}

/** An entry with what an offer says in its fields, and no longer among its suggestions. */
export function taken(entry: Entry, offer: Offer): Entry {
  const rest = without(entry, offer);
  const { data } = entry;
  if (offer.kind === 'medium') {
    const media = data.media?.map((one, at) =>
      at === offer.index ? saying(one, { field: offer.suggestion.field, value: offer.value }) : one,
    );
    return { ...rest, data: { ...data, ...(media && { media }) } };
  }
  if (offer.kind === 'figure')
    return { ...rest, data: { ...data, figures: [...(data.figures ?? []), offer.figure] } };
  const { kind, record } = offer;
  const ids = [...new Set([...(data[kind] ?? []), record.id])];
  const others = entry.records.filter((other) => other.kind !== kind || other.id !== record.id);
  const listing = { ...data };
  listing[kind] = ids;
  return { ...rest, data: listing, records: [...others, record] };
}
