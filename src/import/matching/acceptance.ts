import type { Figure } from '../../domain/figures/figure.ts';
import type { Offer } from '../review/offer.ts';
import { offersOf } from '../review/offers.ts';
import { ImportFault } from '../source-document.ts';
import { isFact, mediumWords, saying, withoutWord } from '../suggestions/medium-word.ts';
import type { Entry } from '../writing/entry.ts';
import { inOrder } from '../writing/medium-fields.ts';
import type { AuthorityFile } from './authority-file.ts';

/** Adds the record of an offer to the known ones; it is written together with its entry. */
export function keep(offer: Offer, authorityFile: AuthorityFile): void {
  if (offer.kind === 'figure' || offer.kind === 'medium') return;
  const { record } = offer;
  if (record.added !== undefined || (record.made && !authorityFile.get(record.kind, record.id)))
    authorityFile.add(record);
}

/** Takes every suggestion of an entry; what cannot be filed stays for review, and a note says why. */
export function acceptAll(entry: Entry, authorityFile: AuthorityFile): Entry {
  const { after, refused } = offersOf(entry, authorityFile, (offer) => keep(offer, authorityFile));
  return { ...after, notes: [...after.notes, ...refused.map(({ reason }) => reason)] };
}

/** Takes what the files of an entry say of who made them and whose they are; all else that they say stays for review. */
export function withFacts(entry: Entry): Entry {
  const facts = mediumWords(entry.suggested).filter(isFact);
  if (facts.length === 0) return entry;
  const media = (entry.data.media ?? []).map((one) => {
    const said = facts.filter(({ sha256 }) => sha256 === one.sha256);
    return said.length === 0 ? one : inOrder(said.reduce(saying, one));
  });
  const suggested = { ...entry.suggested, media: facts.reduce(withoutWord, entry.suggested.media) };
  return { ...entry, data: { ...entry.data, media }, suggested };
}

/**
 * An entry as a build accepts it. Accepted suggestions that a build would refuse go back to review, with a note.
 * @param found the entry before anything was accepted
 * @param faultOf tells what a build would say of an entry
 * @throws ImportFault where a build would refuse what the source itself states
 */
export async function proven(
  entry: Entry,
  found: Entry,
  faultOf: (entry: Entry) => Promise<string | undefined>,
): Promise<Entry> {
  const fault = await faultOf(entry);
  if (fault === undefined) return entry;
  const stated = found.data.figures ?? [];
  const sound: Figure[] = [];
  const left: Figure[] = [];
  const notes: string[] = [];
  const withFigures = (figures: readonly Figure[]) => ({
    ...entry,
    data: { ...entry.data, figures: [...stated, ...figures] },
  });
  for (const figure of (entry.data.figures ?? []).slice(stated.length) as Figure[]) {
    const alone = await faultOf(withFigures([figure]));
    (alone === undefined ? sound : left).push(figure);
    if (alone !== undefined) notes.push(`“${figure.asStated}” cannot be accepted: ${alone}`);
  }
  const mended: Entry = {
    ...withFigures(sound),
    suggested: { ...entry.suggested, figures: [...entry.suggested.figures, ...left] },
    notes: [...entry.notes, ...notes],
  };
  if (left.length > 0 && (await faultOf(mended)) === undefined) return mended;
  const own = entry === found ? fault : await faultOf(found);
  if (own !== undefined) throw new ImportFault(`A build would refuse it: ${own}`);
  return { ...found, notes: [...found.notes, `nothing could be accepted: ${fault}`] };
}
