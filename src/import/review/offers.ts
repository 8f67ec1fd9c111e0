import { KINDS } from '../../domain/authorities/authority.ts';
import type { AuthorityFile } from '../matching/authority-file.ts';
import { ImportFault } from '../source-document.ts';
import type { Entry } from '../writing/entry.ts';
import { figureOffer } from './figure-offer.ts';
import { allMentioned, listedIn, nameOffer, planned } from './name-offer.ts';
import { type Offer, type Refused, taken } from './offer.ts';

/**
 * Everything that an entry’s suggestions offer, one after another, each as it is once those before it are taken.
 *
 * @param keep told of each before the next is made
 */
export function offersOf(
  entry: Entry,
  authorityFile: AuthorityFile,
  keep: (offer: Offer) => void = () => undefined,
): { offers: Offer[]; refused: Refused[]; after: Entry } {
  const together = considered(entry, authorityFile, keep, planned);
  // Nearly always the text bears out all of them; asked one by one, a text is looked through for each name.
  const names =
    together.refused.length === 0 && allMentioned(listedIn(together.after), entry)
      ? together
      : considered(entry, authorityFile, keep, nameOffer);
  const { offers, refused } = names;
  let { after } = names;
  for (const suggestion of entry.suggested.figures) {
    const offer = attempted({ kind: 'figure', suggestion }, () => figureOffer(suggestion, after));
    if ('reason' in offer) refused.push(offer);
    else {
      offers.push(offer);
      after = taken(after, offer);
    }
  }
  return { offers, refused, after };
}

function considered(
  entry: Entry,
  authorityFile: AuthorityFile,
  keep: (offer: Offer) => void,
  make: typeof nameOffer,
) {
  const offers: Offer[] = [];
  const refused: Refused[] = [];
  let after = entry;
  for (const kind of KINDS) {
    for (const suggestion of entry.suggested[kind]) {
      const offer = attempted({ kind, suggestion }, () =>
        make(kind, suggestion, after, authorityFile),
      );
      if ('reason' in offer) refused.push(offer);
      else {
        keep(offer);
        offers.push(offer);
        after = taken(after, offer);
      }
    }
  }
  return { offers, refused, after };
}

function attempted(suggested: Omit<Refused, 'reason'>, make: () => Offer): Offer | Refused {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    return { ...suggested, reason: error.message };
  }
}
