import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL, NEXT, waysOf } from './workplace.ts';

/** How a site is being put in its place. */
export type Journal =
  | { how: 'exchange' }
  /** The paths of the files that are made, and of those that go. */
  | { how: 'mend'; made: string[]; gone: string[] };

/** Writes the journal of a workplace, whole or not at all. */
export function writeJournal(way: string, journal: Journal): void {
  const file = join(way, JOURNAL);
  const begun = `${file}.begun`;
  const opened = openSync(begun, 'w');
  writeFileSync(opened, JSON.stringify(journal));
  fsyncSync(opened);
  closeSync(opened);
  renameSync(begun, file);
}

/** The journal of a workplace; undefined if it has none that can be trusted. */
export function journalIn(way: string): Journal | undefined {
  try {
    const journal: Journal = JSON.parse(readFileSync(join(way, JOURNAL), 'utf8'));
    if (journal.how === 'exchange') return journal;
    return [...journal.made, ...journal.gone].every(isInside) ? journal : undefined;
  } catch {
    // There is none, or it is not ours. The next build checks each file that it would keep anyway.
    return undefined;
  }
}

/** The files that a stopped command still has to make and to take away in a folder, and where those made lie until then. */
export function pendingIn(
  site: string,
): { made: string[]; gone: string[]; from: string } | undefined {
  for (const way of waysOf(site)) {
    const journal = journalIn(way);
    if (journal?.how === 'mend')
      return { made: journal.made, gone: journal.gone, from: join(way, NEXT) };
  }
  return undefined;
}

// A journal may have come with a site that somebody else made.
const isInside = (path: string) =>
  !path.split('/').some((part) => ['', '.', '..'].includes(part)) && !path.includes('\\');
