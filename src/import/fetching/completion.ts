import { articleFiles } from '../../content/files/article-files.ts';
import { changeEntry } from '../adding/added-medium.ts';
import type { AddingArchive } from '../adding/medium-file.ts';
import type { NamedEntry } from '../adding/named-entry.ts';
import { FiledMedia } from '../media/filed-media.ts';
import { ImportFault } from '../source-document.ts';
import type { Fetcher } from './fetcher.ts';
import { type CompletedArchive, type Filled, fileFetched, gapNow } from './filled-gap.ts';
import { type Gap, gapsIn, withReason } from './gap.ts';
import { fetchedOr } from './web-medium.ts';

/** A gap, and what became of it. */
export type Completed = { id: string; path: string; url: string } & Filled;

/** An entry with gaps that may be filled from the web. */
export interface IncompleteEntry extends NamedEntry {
  gaps: Gap[];
}

/** How many entries are looked ahead of, so that their media are fetched meanwhile. */
const AHEAD = 8;

/** The entries of an archive that have gaps with an address, in the order of their dates. */
export const incompleteEntries = (root: string, { disk }: Pick<AddingArchive, 'disk'>) =>
  articleFiles(root).files.flatMap(({ id, path }): IncompleteEntry[] => {
    const text = disk.read(path);
    const gaps = /\bmissing\b/.test(text) ? gapsIn(path, text) : [];
    return gaps.length > 0 ? [{ id, path, gaps }] : [];
  });

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
  if (gap.isWaiting) return { reason: gap.reason ?? '' };
  const found = await fetchedOr(fetcher, gap.url);
  if ('path' in found) return unless(() => fileFetched(entry, gap, found, archive));
  const { reason, isPassing } = found;
  // What may pass is no reason that readers should find there for years.
  if (!isPassing && !gap.isAtHand && reason !== gap.reason)
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
 * be filed stays one as it is. Both are told, as is what waits for words or another file and is not asked for.
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
    for (const { url, isWaiting } of entry?.gaps ?? [])
      if (!isWaiting) fetcher.fetch(url).catch(() => undefined);
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
