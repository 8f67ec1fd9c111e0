import { articleFiles } from '../../content/files/article-files.ts';
import { fileMedium } from '../adding/added-medium.ts';
import type { AddingArchive } from '../adding/medium-file.ts';
import type { NamedEntry } from '../adding/named-entry.ts';
import { ImportFault } from '../source-document.ts';
import type { Fetcher } from './fetcher.ts';
import { type Gap, gapsIn, withFile } from './gap.ts';
import { fetchedOr } from './web-medium.ts';

/** What became of a gap: the name of the file that is there now, or why there is none. */
type Filled =
  | { file: string }
  | { reason: string /** True where it came, and could not be filed. */; isUnfiled?: true };

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

/** The last part of the path of an address, which may name its file. */
function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

async function filled(
  entry: NamedEntry,
  gap: Gap,
  fetcher: Fetcher,
  archive: AddingArchive,
): Promise<Filled> {
  const found = await fetchedOr(fetcher, gap.url);
  if ('reason' in found) return found;
  const file = {
    from: found.path,
    called: gap.name ?? nameIn(gap.url),
    facts: found.facts,
    kind: gap.kind,
  };
  try {
    const { name } = await fileMedium(file, entry, archive, (before, name) => {
      const same = gapsIn(entry.path, before).find((one) => one.url === gap.url);
      if (!same) throw new ImportFault('The entry was changed meanwhile. Do it again.');
      return withFile(entry.path, before, same, { file: name, sha256: found.facts.sha256 });
    });
    return { file: name };
  } catch (error) {
    // A full disk ends the command, since every further file would fail too.
    if (!(error instanceof ImportFault) || 'code' in error) throw error;
    return { reason: error.message, isUnfiled: true };
  }
}

/**
 * Fetches the media that entries lack, and files each beside its entry, whole or not at all. What cannot be had, or not
 * be filed, stays a gap as it is, and is told.
 */
export async function* complete(
  entries: readonly IncompleteEntry[],
  fetcher: Fetcher,
  archive: AddingArchive,
): AsyncGenerator<Completed> {
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
