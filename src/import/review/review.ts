import { shownPath } from '../../content/files/archive-path.ts';
import { articleFiles } from '../../content/files/article-files.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import { keep } from '../matching/acceptance.ts';
import { ImportFault } from '../source-document.ts';
import { mediumWords, withoutWord } from '../suggestions/medium-word.ts';
import type { Suggested } from '../suggestions/suggestion.ts';
import type { Disk } from '../writing/disk.ts';
import type { Entry } from '../writing/entry.ts';
import { judge } from './judgement.ts';
import { mediumOffers, settledWords } from './medium-offer.ts';
import { type Offer, taken, without } from './offer.ts';
import { offersOf } from './offers.ts';
import {
  ChangedMeanwhile,
  openEntry,
  placeOf,
  type ReviewedArchive,
  save,
} from './opened-entry.ts';
import type { Reviewer } from './reviewer.ts';
import { fileWithOthers } from './shared-file.ts';
import { wordsOf } from './words.ts';

/** What a review leaves. */
export interface Reviewed {
  left: Suggested;
  /** What could not be filed, and why. */
  notes: readonly string[];
  /** Authority records made. */
  records: number;
}

/** The entries of an archive that have suggestions left, in the order of their dates. */
export function entriesToReview(root: string, disk: Disk): { id: string; path: string }[] {
  return articleFiles(root).files.filter(({ path }) => /^suggested:/m.test(disk.read(path)));
}

const keyOf = ({ kind, suggestion }: Pick<Offer, 'kind' | 'suggestion'>) =>
  JSON.stringify([kind, suggestion]);

/**
 * Asks about each suggestion of an entry. Each answer is saved before the next question, so none is lost, however the
 * review ends. The entry is read anew each time, so no change of somebody else is overwritten.
 */
export async function reviewEntry(
  path: string,
  archive: ReviewedArchive,
  reviewer: Reviewer,
): Promise<Reviewed> {
  const { authorityFile, disk } = archive;
  const later = new Set<string>();
  /** The answers to offers as they were shown, kept until they are saved. */
  const given = new Map<string, 'yes' | 'no'>();
  const notes: string[] = [];
  let records = 0;
  let hasBegun = false;
  const leave = (suggested: Pick<Offer, 'kind' | 'suggestion'>, note?: string) => {
    later.add(keyOf(suggested));
    if (note === undefined) return;
    notes.push(note);
    reviewer.tell(note);
  };
  /** Writes, or leaves a suggestion that cannot be filed. @param again what to do where the entry was changed meanwhile */
  const attempt = async (
    suggested: Pick<Offer, 'kind' | 'suggestion'>,
    act: () => Promise<void>,
    again: () => void = () => undefined,
  ) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ImportFault) || 'code' in error) throw error;
      if (!(error instanceof ChangedMeanwhile)) return leave(suggested, error.message);
      again();
      reviewer.tell('The entry was changed meanwhile; it is read again.');
    }
  };
  for (;;) {
    const opened = await openEntry(path, archive);
    const { entry } = opened;
    const place = placeOf(path, archive);
    const open = entryLess(entry, later);
    const [settled] = settledWords(open, place);
    if (settled) {
      // Nobody is asked about what the entry says by now.
      await attempt({ kind: 'medium', suggestion: settled }, async () => {
        await save(opened, without(entry, { kind: 'medium', suggestion: settled }), archive);
      });
      continue;
    }
    const { offers: named, refused, after } = offersOf(open, authorityFile);
    const ofMedia = mediumOffers(open, place, archive);
    const offers: Offer[] = [...named, ...ofMedia.offers];
    const shownAs = (one: Offer) => wordsOf(one, after.records, authorityFile);
    for (const one of [...refused, ...ofMedia.refused]) leave(one, one.reason);
    const [offer] = offers;
    if (!offer) return { left: entry.suggested, notes, records };
    const words = offers.map(shownAs);
    if (!hasBegun) {
      hasBegun = true;
      const way = await reviewer.begin(entry, words);
      if (way === 'later') return { left: entry.suggested, notes, records };
      if (way === 'all') for (const shown of words) given.set(shown, 'yes');
    }
    const judged = await judge(
      { first: offer, words, entry, place, shownAs },
      archive,
      reviewer,
      given,
    );
    if (judged === 'leave') return { left: entry.suggested, notes, records };
    if (judged === 'later') {
      leave(offer);
      continue;
    }
    await attempt(
      offer,
      async () => {
        if (judged !== 'no') mustBeOnFile(judged, disk);
        if (judged !== 'no') keep(judged, authorityFile);
        const next = judged === 'no' ? without(entry, offer) : taken(entry, judged);
        records += await save(opened, next, archive, async () => {
          if (judged === 'no' || judged.kind !== 'medium') return;
          await fileWithOthers({ ...judged.suggestion, value: judged.value }, place, archive);
        });
      },
      () => given.set(shownAs(judged === 'no' ? offer : judged), judged === 'no' ? 'no' : 'yes'),
    );
  }
}

/** An entry without the suggestions that are to be asked about another time. */
function entryLess(entry: Entry, later: ReadonlySet<string>): Entry {
  const { suggested } = entry;
  const left = { ...suggested };
  for (const kind of KINDS)
    left[kind] = left[kind].filter((suggestion) => !later.has(keyOf({ kind, suggestion })));
  left.figures = left.figures.filter(
    (suggestion) => !later.has(keyOf({ kind: 'figure', suggestion })),
  );
  left.media = mediumWords(suggested)
    .filter((suggestion) => later.has(keyOf({ kind: 'medium', suggestion })))
    .reduce(withoutWord, suggested.media);
  return { ...entry, suggested: left };
}

/** A record may have been removed since the archive was opened. */
function mustBeOnFile(offer: Offer, disk: Disk) {
  if (offer.kind === 'figure' || offer.kind === 'medium' || offer.record.made) return;
  try {
    disk.read(offer.record.path);
  } catch {
    throw new ImportFault(
      `${shownPath(offer.record.path)} is gone; somebody removed it meanwhile.`,
    );
  }
}
