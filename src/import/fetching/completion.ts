import { articleFiles } from '../../content/files/article-files.ts';
import { articlePath } from '../../domain/url.ts';
import { changeEntry, fileMedium } from '../adding/added-medium.ts';
import { contradiction } from '../adding/contradiction.ts';
import type { AddingArchive } from '../adding/medium-file.ts';
import type { NamedEntry } from '../adding/named-entry.ts';
import { mediaOfEntry } from '../matching/update.ts';
import { digestOf, FiledMedia } from '../media/filed-media.ts';
import { joinedWords } from '../media/joined-words.ts';
import { isSealedWord } from '../review/sealed-word.ts';
import { ImportFault } from '../source-document.ts';
import type { Fetched, Fetcher } from './fetcher.ts';
import { type Gap, gapsIn, withFile, withReason } from './gap.ts';
import { withJoined } from './joined-gap.ts';
import { fetchedOr } from './web-medium.ts';

/** What became of a gap: the name of the file that is there now, or why there is none. */
type Filled =
  | { file: string /** True where it was there already, for another address. */; isJoined?: true }
  | { reason: string /** True where it came, and could not be filed. */; isUnfiled?: true };

/** A gap, and what became of it. */
export type Completed = { id: string; path: string; url: string } & Filled;

/** An entry with gaps that may be filled from the web. */
export interface IncompleteEntry extends NamedEntry {
  gaps: Gap[];
}

/** The archive, and what its entries say of files. */
type CompletedArchive = AddingArchive & { filedMedia: FiledMedia };

/** How many entries are looked ahead of, so that their media are fetched meanwhile. */
const AHEAD = 8;

/** The entries of an archive that have gaps with an address, in the order of their dates. */
export const incompleteEntries = (root: string, { disk }: Pick<AddingArchive, 'disk'>) =>
  articleFiles(root).files.flatMap(({ id, path }): IncompleteEntry[] => {
    const text = disk.read(path);
    const gaps = /\bmissing\b/.test(text) ? gapsIn(path, text) : [];
    return gaps.length > 0 ? [{ id, path, gaps }] : [];
  });

/** The last part of the path of an address, which may name its file. */
function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The gap of an entry as it stands there now. @throws ImportFault where it is there no more */
function gapNow(entry: NamedEntry, text: string, { url }: Gap): Gap {
  const same = gapsIn(entry.path, text).find((one) => one.url === url);
  if (same) return same;
  throw new ImportFault('The entry was changed meanwhile. Do it again.');
}

/** What is refused of joining a gap to the medium that has its file. @throws ImportFault */
function joined(
  entry: NamedEntry,
  text: string,
  gap: Gap,
  same: number,
  sha256: string,
  { root, filedMedia }: CompletedArchive,
): string {
  const media = mediaOfEntry(entry.path, text);
  const [record, lacking] = [media[same], media[gap.index]];
  if (!record || !lacking) throw new ImportFault('The entry was changed meanwhile. Do it again.');
  const { file } = record;
  if (record.withheld || file === undefined)
    throw new ImportFault(
      'The entry withholds this file: nothing is joined to what is kept back. Take the gap out by hand.',
    );
  const words = joinedWords(record, lacking);
  const others = filedMedia.entriesOf(sha256).filter((id) => id !== entry.id);
  const byHand = (field: string, why: string) =>
    new ImportFault(
      `It is the same file as ${file}, whose ${field} says less, and ${why}. Correct that by hand, and take the gap out.`,
    );
  for (const { field, replaced } of words) {
    if (replaced !== undefined && isSealedWord(root, [articlePath(entry.id)], sha256, field))
      throw byHand(field, 'is sealed');
    if (field === 'creditLine' && others.length > 0)
      throw byHand(field, `stands in ${others.join(', ')} too`);
  }
  return withJoined(entry.path, text, gap.index, same, words);
}

/** Files what came for a gap: as a file of its own, or, where the entry has that already, with the medium that has it. */
async function fileFetched(
  entry: NamedEntry,
  gap: Gap,
  { path, facts }: Fetched,
  archive: CompletedArchive,
): Promise<Filled> {
  const { disk, filedMedia } = archive;
  const { sha256 } = facts;
  const media = mediaOfEntry(entry.path, disk.read(entry.path));
  const same = media.findIndex((one) => digestOf(entry, one) === sha256);
  if (same >= 0) {
    await changeEntry(entry, archive, (before) =>
      joined(entry, before, gapNow(entry, before, gap), same, sha256, archive),
    );
    return { file: media[same]?.file ?? '', isJoined: true };
  }
  const { missing: _, ...fields } = media[gap.index] ?? { kind: gap.kind };
  const known = filedMedia.of(sha256);
  const against = known && contradiction(fields, known);
  if (against !== undefined) throw new ImportFault(against);
  const file = { from: path, called: gap.name ?? nameIn(gap.url), facts, kind: gap.kind };
  const { name } = await fileMedium(file, entry, archive, (before, name) =>
    withFile(entry.path, before, gapNow(entry, before, gap), { file: name, sha256 }),
  );
  filedMedia.add(entry.id, [{ ...fields, file: name, sha256 }]);
  return { file: name };
}

/** Does what a fault of the entry may prevent, and says so then. */
async function unless(act: () => Promise<Filled>): Promise<Filled> {
  try {
    return await act();
  } catch (error) {
    // A full disk ends the command, since every further file would fail too.
    if (!(error instanceof ImportFault) || 'code' in error) throw error;
    return { reason: error.message, isUnfiled: true };
  }
}

async function filled(
  entry: NamedEntry,
  gap: Gap,
  fetcher: Fetcher,
  archive: CompletedArchive,
): Promise<Filled> {
  const found = await fetchedOr(fetcher, gap.url);
  if ('path' in found) return unless(() => fileFetched(entry, gap, found, archive));
  const { reason, isPassing } = found;
  // What may pass is no reason that readers should find there for years.
  if (!isPassing && reason !== gap.reason)
    await unless(async () => {
      await changeEntry(entry, archive, (before) =>
        withReason(entry.path, before, gapNow(entry, before, gap), reason),
      );
      return { reason };
    });
  return { reason };
}

/**
 * Fetches the media that entries lack, and files each beside its entry, whole or not at all; one that the entry has
 * already is joined to that. What cannot be had stays a gap, and the entry says why where that will not pass; what cannot
 * be filed stays one as it is. Both are told.
 */
export async function* complete(
  entries: readonly IncompleteEntry[],
  fetcher: Fetcher,
  adding: AddingArchive,
): AsyncGenerator<Completed> {
  const archive = { ...adding, filedMedia: new FiledMedia(adding.root) };
  const filed = new Set<string>();
  const begin = (entry: IncompleteEntry | undefined) => {
    // What goes wrong is told when its turn comes.
    for (const { url } of entry?.gaps ?? []) fetcher.fetch(url).catch(() => undefined);
  };
  entries.slice(0, AHEAD).forEach(begin);
  for (const [at, entry] of entries.entries()) {
    begin(entries[at + AHEAD]);
    for (const gap of entry.gaps) {
      const became = await filled(entry, gap, fetcher, archive);
      if ('file' in became) filed.add(gap.url);
      yield { id: entry.id, path: entry.path, url: gap.url, ...became };
    }
  }
  // Not before: another entry may show the same.
  for (const url of filed) fetcher.release(url);
}
