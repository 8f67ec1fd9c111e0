import type { NamedEntry } from '../adding/named-entry.ts';
import { ImportFault } from '../source-document.ts';
import type { Entry } from '../writing/entry.ts';
import { figureOffer } from './figure-offer.ts';
import { mediumOffer } from './medium-offer.ts';
import { nameOffer } from './name-offer.ts';
import type { Offer } from './offer.ts';
import type { ReviewedArchive } from './opened-entry.ts';
import type { Reviewer } from './reviewer.ts';

/** What is asked of an offer. */
export interface Question {
  first: Offer;
  /** Those of it and of all that come after it. */
  words: readonly string[];
  entry: Entry;
  place: NamedEntry;
  shownAs: (offer: Offer) => string;
}

/** What becomes of an offer: the offer to be filed, under another name where the archivist gave one, or why it is not. */
export async function judge(
  { first, words, entry, place, shownAs }: Question,
  archive: ReviewedArchive,
  reviewer: Reviewer,
  given: Map<string, 'yes' | 'no'>,
): Promise<Offer | 'no' | 'later' | 'leave'> {
  const rest = words.slice(1);
  for (let offer = first; ; ) {
    const shown = shownAs(offer);
    const answer = given.get(shown) ?? (await reviewer.answer(offer, shown, rest));
    if (answer === 'all') for (const one of rest) given.set(one, 'yes');
    if (answer === 'yes' || answer === 'all') return offer;
    if (typeof answer === 'string') return answer;
    try {
      offer = otherOffer(first, answer.other, { entry, place }, archive);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      reviewer.tell(error.message);
    }
  }
}

/** An offer with what the archivist says instead. @throws ImportFault where that cannot be filed */
function otherOffer(
  offer: Offer,
  other: string,
  { entry, place }: Pick<Question, 'entry' | 'place'>,
  archive: ReviewedArchive,
): Offer {
  if (offer.kind === 'medium') return mediumOffer(offer.suggestion, entry, place, archive, other);
  if (offer.kind === 'figure') return figureOffer(offer.suggestion, entry, other);
  return nameOffer(offer.kind, offer.suggestion, entry, archive.authorityFile, other);
}
