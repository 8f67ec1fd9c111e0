import { shownPath } from '../../content/files/archive-path.ts';
import { articleFiles } from '../../content/files/article-files.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import { acceptAll, keep, proven } from '../matching/acceptance.ts';
import { ImportFault } from '../source-document.ts';
import { isEmpty, type Suggested } from '../suggestions/suggestion.ts';
import type { Disk } from '../writing/disk.ts';
import type { Entry } from '../writing/entry.ts';
import { faultIn } from '../writing/proof.ts';
import { figureOffer } from './figure-offer.ts';
import { nameOffer } from './name-offer.ts';
import { type Offer, taken, without } from './offer.ts';
import { offersOf } from './offers.ts';
import {
  ChangedMeanwhile,
  openEntry,
  placeOf,
  type ReviewedArchive,
  save,
  textWith,
} from './opened-entry.ts';
import { wordsOf } from './words.ts';

/** What an archivist says to an offer: file it, drop it, ask again later; or another name for it, which is then offered. */
export type Answer = 'yes' | 'no' | 'later' | { other: string };

/** Who answers, and what they are told on the way. */
export interface Reviewer {
  /** Which of the offers of an entry are to be asked about: each, none now, or none since all are taken as shown. */
  begin: (entry: Entry, words: readonly string[]) => Promise<'each' | 'all' | 'later'>;
  /** What is said to one of them, shown in these words; `all` takes the rest as well, which is shown too. */
  answer: (
    offer: Offer,
    words: string,
    rest: readonly string[],
  ) => Promise<Answer | 'all' | 'leave'>;
  tell: (note: string) => void;
}

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

/** Takes all that an entry suggests, in one step. */
export async function acceptEntry(path: string, archive: ReviewedArchive): Promise<Reviewed> {
  const opened = await openEntry(path, archive);
  const { suggested } = opened.entry;
  if (isEmpty(suggested)) return { left: suggested, notes: [], records: 0 };
  const entry = await proven(acceptAll(opened.entry, archive.authorityFile), opened.entry, (one) =>
    faultIn(placeOf(path, archive), textWith(opened, one), archive.authorityFile.records),
  );
  const records = await save(path, opened, entry, archive);
  return { left: entry.suggested, notes: entry.notes, records };
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
  for (;;) {
    const opened = await openEntry(path, archive);
    const { entry } = opened;
    const { offers, refused, after } = offersOf(entryLess(entry, later), authorityFile);
    const shownAs = (one: Offer) => wordsOf(one, after.records, authorityFile);
    for (const one of refused) leave(one, one.reason);
    const [offer] = offers;
    if (!offer) return { left: entry.suggested, notes, records };
    const words = offers.map(shownAs);
    if (!hasBegun) {
      hasBegun = true;
      const way = await reviewer.begin(entry, words);
      if (way === 'later') return { left: entry.suggested, notes, records };
      if (way === 'all') for (const shown of words) given.set(shown, 'yes');
    }
    const judged = await judge({ first: offer, words, entry, shownAs }, archive, reviewer, given);
    if (judged === 'leave') return { left: entry.suggested, notes, records };
    if (judged === 'later') {
      leave(offer);
      continue;
    }
    try {
      if (judged !== 'no') mustBeOnFile(judged, disk);
      if (judged !== 'no') keep(judged, authorityFile);
      const next = judged === 'no' ? without(entry, offer) : taken(entry, judged);
      records += await save(path, opened, next, archive);
    } catch (error) {
      if (!(error instanceof ImportFault) || 'code' in error) throw error;
      if (error instanceof ChangedMeanwhile) {
        given.set(shownAs(judged === 'no' ? offer : judged), judged === 'no' ? 'no' : 'yes');
        reviewer.tell('The entry was changed meanwhile; it is read again.');
      } else leave(offer, error.message);
    }
  }
}

interface Question {
  first: Offer;
  /** Those of it and of all that come after it. */
  words: readonly string[];
  entry: Entry;
  shownAs: (offer: Offer) => string;
}

/** What becomes of an offer: the offer to be filed, under another name where the archivist gave one, or why it is not. */
async function judge(
  { first, words, entry, shownAs }: Question,
  { authorityFile }: ReviewedArchive,
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
      offer =
        first.kind === 'figure'
          ? figureOffer(first.suggestion, entry, answer.other)
          : nameOffer(first.kind, first.suggestion, entry, authorityFile, answer.other);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      reviewer.tell(error.message);
    }
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
  return { ...entry, suggested: left };
}

/** A record may have been removed since the archive was opened. */
function mustBeOnFile(offer: Offer, disk: Disk) {
  if (offer.kind === 'figure' || offer.record.made) return;
  try {
    disk.read(offer.record.path);
  } catch {
    throw new ImportFault(
      `${shownPath(offer.record.path)} is gone; somebody removed it meanwhile.`,
    );
  }
}
