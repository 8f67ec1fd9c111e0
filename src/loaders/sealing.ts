import { isDeepStrictEqual } from 'node:util';
import { KINDS } from '../archive/authority.ts';
import type { SealedPath } from '../archive/ledger.ts';
import { namedBy } from '../archive/publication.ts';
import { articlePath, recordPath } from '../archive/url.ts';
import { correctionsOf, pathsOf, textOfEntry } from './ledger.ts';
import type { Reading } from './reading.ts';

/** What a sealing adds to the ledger, and the ledger that it makes. */
export interface Sealing {
  /** Paths that are published and were not sealed yet. */
  added: SealedPath[];
  /** Paths whose article has been corrected, or moved, since it was sealed. */
  renewed: SealedPath[];
  /** The whole ledger, these included. */
  all: SealedPath[];
}

/** What there is to be sealed in a sound archive. @param today the day of the sealing */
export function sealingOf({ articles, records, ledger }: Reading, today: string): Sealing {
  const all = new Map<string, SealedPath>(
    [...ledger.lines].map(([path, { date, text }]) => [
      path,
      text ? { path, date, text } : { path, date },
    ]),
  );
  const added: SealedPath[] = [];
  const renewed: SealedPath[] = [];
  const seal = (path: string, text?: SealedPath['text']) => {
    const known = all.get(path);
    const said = text ?? known?.text;
    const sealed = { path, date: known?.date ?? today, ...(said && { text: said }) };
    if (!known) added.push(sealed);
    else if (!isDeepStrictEqual(known, sealed)) renewed.push(sealed);
    all.set(path, sealed);
  };
  for (const article of articles) {
    const { id, entry } = article;
    if (entry.draft) continue;
    // Of a withdrawn article the ledger keeps what it said; what the file says now is nobody's text.
    const text = entry.withdrawn
      ? undefined
      : { ...textOfEntry(entry), corrected: namedBy(correctionsOf(entry)) };
    const published = pathsOf(article).filter((path) => all.has(path));
    for (const path of new Set([articlePath(id), ...published])) seal(path, text);
  }
  for (const kind of KINDS) for (const id of records.ids(kind)) seal(recordPath(kind, id));
  return { added, renewed, all: [...all.values()] };
}
