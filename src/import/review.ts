import { type Document, isSeq, parseDocument } from 'yaml';
import { type Article, articleSchema } from '../archive/article.ts';
import { KINDS } from '../archive/authority.ts';
import { articleFiles, articleIdOf } from '../loaders/article-files.ts';
import { shownPath } from '../loaders/content.ts';
import { frontmatterOf } from '../loaders/frontmatter.ts';
import { NOTHING_KNOWN, readProse } from '../loaders/prose.ts';
import { acceptAll, keep, proven } from './acceptance.ts';
import type { Cabinet } from './cabinet.ts';
import type { Disk } from './disk.ts';
import type { Entry } from './entry.ts';
import { suggestedFields } from './entry-file.ts';
import { faultIn } from './proof.ts';
import {
  figureOffer,
  nameOffer,
  type Offer,
  offersOf,
  taken,
  without,
  wordsOf,
} from './review/offer.ts';
import { ImportFault } from './story.ts';
import { isEmpty, type Suggested } from './suggestion.ts';

const FIELDS = [...KINDS, 'figures'] as const;

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

/** The archive in which entries are reviewed. */
export interface Desk {
  root: string;
  cabinet: Cabinet;
  disk: Disk;
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

interface OpenEntry {
  text: string;
  document: Document;
  bodyStart: number;
  entry: Entry;
}

/** Reads an entry as it is at this moment. @throws ImportFault where a build would refuse it */
async function open(path: string, { root, cabinet, disk }: Desk): Promise<OpenEntry> {
  let text: string;
  try {
    text = disk.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ImportFault(`It cannot be read (${code}).`);
  }
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds)
    throw new ImportFault('Its frontmatter cannot be read. Run npm run build to see why.');
  const fault = await faultIn({ path, id: articleIdOf(root, path) }, text, cabinet.records);
  if (fault !== undefined)
    throw new ImportFault(`It has faults; run npm run build to see all of them. ${fault}`);
  const document = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' });
  const { suggested, ...data } = articleSchema.parse(document.toJS()) as Article;
  const body = text.slice(bounds.bodyStart);
  const { paragraphs } = await readProse(body, 0, NOTHING_KNOWN);
  const entry: Entry = {
    date: data.date,
    slug: '',
    data,
    body,
    paragraphs: paragraphs.map((paragraph) => paragraph.text),
    records: KINDS.flatMap((kind) => data[kind].flatMap((id) => cabinet.get(kind, id) ?? [])),
    suggested: suggested ?? { people: [], places: [], organisations: [], figures: [] },
    notes: [],
  };
  return { text, document, bodyStart: bounds.bodyStart, entry };
}

/** The file of an entry with what is added to its fields and taken from its suggestions; all else in it stays. */
function textWith(opened: OpenEntry, entry: Entry): string {
  const document = opened.document.clone();
  for (const field of FIELDS) {
    const before = opened.entry.data[field] ?? [];
    const added = (entry.data[field] ?? []).slice(before.length);
    const list = document.get(field);
    if (added.length === 0) continue;
    if (isSeq(list)) list.items.push(...added.map((one) => document.createNode(one)));
    else document.set(field, added);
  }
  if (isEmpty(entry.suggested)) document.delete('suggested');
  else document.set('suggested', suggestedFields(entry.suggested));
  return `---\n${document.toString({ lineWidth: 0 })}---\n${opened.text.slice(opened.bodyStart)}`;
}

/** Writes an entry that a build takes. @throws ImportFault, and nothing is written, where it would not */
async function save(path: string, opened: OpenEntry, entry: Entry, desk: Desk): Promise<number> {
  const { cabinet, disk } = desk;
  const text = textWith(opened, entry);
  const fault = await faultIn(placeOf(path, desk), text, cabinet.records);
  if (fault !== undefined) throw new ImportFault(`A build would refuse it: ${fault}`);
  // Between the question and here somebody may have written to it.
  if (disk.read(path) !== opened.text) throw new ChangedMeanwhile('It was changed meanwhile.');
  const records = cabinet.file(entry.records, disk);
  disk.replace(path, text);
  return records;
}

const placeOf = (path: string, { root }: Desk) => ({ path, id: articleIdOf(root, path) });

/** An entry that somebody wrote to while a question about it stood. */
class ChangedMeanwhile extends ImportFault {}

/** Takes all that an entry suggests, in one step. */
export async function acceptEntry(path: string, desk: Desk): Promise<Reviewed> {
  const opened = await open(path, desk);
  const { suggested } = opened.entry;
  if (isEmpty(suggested)) return { left: suggested, notes: [], records: 0 };
  const entry = await proven(acceptAll(opened.entry, desk.cabinet), opened.entry, (one) =>
    faultIn(placeOf(path, desk), textWith(opened, one), desk.cabinet.records),
  );
  const records = await save(path, opened, entry, desk);
  return { left: entry.suggested, notes: entry.notes, records };
}

const keyOf = ({ kind, suggestion }: Pick<Offer, 'kind' | 'suggestion'>) =>
  JSON.stringify([kind, suggestion]);

/**
 * Asks about each suggestion of an entry. Each answer is on the disk before the next question, so that nothing that was
 * answered is lost, whatever ends the review; and the entry is read anew for each, so that nothing is written over.
 */
export async function reviewEntry(path: string, desk: Desk, reviewer: Reviewer): Promise<Reviewed> {
  const { cabinet, disk } = desk;
  const later = new Set<string>();
  /** Answers to offers as they were shown, until they are in. */
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
    const opened = await open(path, desk);
    const { entry } = opened;
    const { offers, refused } = offersOf(entryLess(entry, later), cabinet);
    for (const one of refused) leave(one, one.reason);
    const [offer] = offers;
    if (!offer) return { left: entry.suggested, notes, records };
    const words = offers.map((one) => wordsOf(one, cabinet));
    if (!hasBegun) {
      hasBegun = true;
      const way = await reviewer.begin(entry, words);
      if (way === 'later') return { left: entry.suggested, notes, records };
      if (way === 'all') for (const shown of words) given.set(shown, 'yes');
    }
    const judged = await judge(offer, words, entry, desk, reviewer, given);
    if (judged === 'leave') return { left: entry.suggested, notes, records };
    if (judged === 'later') {
      leave(offer);
      continue;
    }
    try {
      if (judged !== 'no') mustBeOnFile(judged, disk);
      if (judged !== 'no') keep(judged, cabinet);
      const after = judged === 'no' ? without(entry, offer) : taken(entry, judged);
      records += await save(path, opened, after, desk);
    } catch (error) {
      if (!(error instanceof ImportFault) || 'code' in error) throw error;
      if (error instanceof ChangedMeanwhile) {
        given.set(
          wordsOf(judged === 'no' ? offer : judged, cabinet),
          judged === 'no' ? 'no' : 'yes',
        );
        reviewer.tell('The entry was changed meanwhile; it is read again.');
      } else leave(offer, error.message);
    }
  }
}

/** What becomes of an offer: the offer to be filed, under another name where the archivist gave one, or why it is not. */
async function judge(
  first: Offer,
  words: readonly string[],
  entry: Entry,
  { cabinet }: Desk,
  reviewer: Reviewer,
  given: Map<string, 'yes' | 'no'>,
): Promise<Offer | 'no' | 'later' | 'leave'> {
  const rest = words.slice(1);
  for (let offer = first; ; ) {
    const shown = wordsOf(offer, cabinet);
    const answer = given.get(shown) ?? (await reviewer.answer(offer, shown, rest));
    if (answer === 'all') for (const one of rest) given.set(one, 'yes');
    if (answer === 'yes' || answer === 'all') return offer;
    if (typeof answer === 'string') return answer;
    try {
      offer =
        first.kind === 'figure'
          ? figureOffer(first.suggestion, entry, answer.other)
          : nameOffer(first.kind, first.suggestion, entry, cabinet, answer.other);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      reviewer.tell(error.message);
    }
  }
}

/** An entry without the suggestions that are to be asked about another time. */
function entryLess(entry: Entry, later: ReadonlySet<string>): Entry {
  const { suggested } = entry;
  const names = KINDS.map((kind) => [
    kind,
    suggested[kind].filter((suggestion) => !later.has(keyOf({ kind, suggestion }))),
  ]);
  const figures = suggested.figures.filter(
    (suggestion) => !later.has(keyOf({ kind: 'figure', suggestion })),
  );
  return { ...entry, suggested: { ...Object.fromEntries(names), figures } };
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
