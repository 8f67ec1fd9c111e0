import { acceptAll, proven } from '../matching/acceptance.ts';
import { ImportFault } from '../source-document.ts';
import { isFact, mediumWords, withoutWord } from '../suggestions/medium-word.ts';
import { isEmpty } from '../suggestions/suggestion.ts';
import type { Entry } from '../writing/entry.ts';
import { faultIn } from '../writing/proof.ts';
import { textWith } from './entry-text.ts';
import { mediumOffers, settledWords } from './medium-offer.ts';
import { taken } from './offer.ts';
import { openEntry, placeOf, type ReviewedArchive, save } from './opened-entry.ts';
import { type Reviewed, reviewEntry } from './review.ts';
import type { Reviewer } from './reviewer.ts';
import { fileWithOthers } from './shared-file.ts';

/**
 * Takes all that an entry suggests of names and figures, in one step, and what its files say of who made them and whose they
 * are, in another. What else they say waits for somebody who looks at it.
 */
export async function acceptEntry(path: string, archive: ReviewedArchive): Promise<Reviewed> {
  const opened = await openEntry(path, archive);
  const { suggested } = opened.entry;
  if (isEmpty(suggested)) return { left: suggested, notes: [], records: 0 };
  const entry = await proven(acceptAll(opened.entry, archive.authorityFile), opened.entry, (one) =>
    faultIn(
      placeOf(path, archive),
      textWith(opened, one),
      archive.authorityFile.records,
      archive.disk,
    ),
  );
  const records = await save(opened, entry, archive);
  if (mediumWords(suggested).length === 0)
    return { left: entry.suggested, notes: entry.notes, records };
  const { left, notes } = await factsTaken(path, archive);
  return { left, notes: [...new Set([...entry.notes, ...notes])], records };
}

/** Takes what files say of who made them and whose they are, and leaves all else. */
const TAKES_FACTS: Reviewer = {
  begin: async () => 'each',
  answer: async (offer) => (offer.kind === 'medium' && isFact(offer.suggestion) ? 'yes' : 'later'),
  tell: () => undefined,
};

/** An entry without suggestions of its media, but for those that are taken unasked. */
const factsOf = (entry: Entry): Entry => {
  const others = mediumWords(entry.suggested).filter((word) => !isFact(word));
  const media = others.reduce(withoutWord, entry.suggested.media);
  return { ...entry, suggested: { ...entry.suggested, media } };
};

/** Takes what files say of who made them and whose they are: together, or, where a build would refuse that, one by one. */
async function factsTaken(path: string, archive: ReviewedArchive) {
  const opened = await openEntry(path, archive);
  const place = placeOf(path, archive);
  const settled = settledWords(opened.entry, place).reduce(
    withoutWord,
    opened.entry.suggested.media,
  );
  const open = { ...opened.entry, suggested: { ...opened.entry.suggested, media: settled } };
  const { offers, refused } = mediumOffers(factsOf(open), place, archive);
  const entry = offers.reduce(taken, open);
  try {
    await save(opened, entry, archive, async () => {
      for (const { suggestion } of offers) await fileWithOthers(suggestion, place, archive);
    });
    return { left: entry.suggested, notes: refused.map(({ reason }) => reason) };
  } catch (error) {
    if (!(error instanceof ImportFault) || 'code' in error) throw error;
    return reviewEntry(path, archive, TAKES_FACTS);
  }
}
