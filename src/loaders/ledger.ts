import { KINDS } from '../archive/authority.ts';
import { publishedText, type SilentChange, silentChanges } from '../archive/publication.ts';
import { articlePath, recordPath } from '../archive/url.ts';
import { holdsName } from '../archive/withholding.ts';
import type { ArticleEntry } from './entry.ts';
import type { Ledger, LedgerLine } from './ledger-files.ts';
import type { Records } from './record.ts';

/** An article that is held to the ledger. */
export interface HeldArticle {
  id: string;
  path: string;
  entry: ArticleEntry;
}

/** A line of the ledger, and what has changed since without a word. */
export interface Silence {
  sealed: LedgerLine;
  changes: SilentChange[];
}

/** What an article says now, as the ledger has it: with withheld words in place. */
export const textOfEntry = (entry: ArticleEntry) =>
  publishedText(entry.unwithheld ?? entry, entry.unwithheldIds ?? entry.paragraphIds, entry.sha256);

/** The corrections of an article, withheld words in place. */
export const correctionsOf = ({ unwithheld, corrections }: ArticleEntry) =>
  (unwithheld ?? { corrections }).corrections;

/** The paths under which an article was published, the present one first. */
export const pathsOf = ({ id, entry }: Pick<HeldArticle, 'id' | 'entry'>): string[] => [
  articlePath(id),
  ...(entry.unwithheld ?? entry).formerly,
];

/**
 * What has changed in silence in an article since it was sealed, under each of its paths.
 *
 * @param textOf the words of one of its paragraphs
 */
export function silencesOf(
  article: Pick<HeldArticle, 'id' | 'entry'>,
  { lines }: Ledger,
  textOf: (paragraph: string) => string,
): Silence[] {
  const { entry } = article;
  // A withdrawn text may be gone from the file.
  if (entry.withdrawn || entry.draft) return [];
  const told = new Set<string>();
  return pathsOf(article).flatMap((path) => {
    const sealed = lines.get(path);
    if (!sealed) return [];
    const now = { date: entry.date, text: textOfEntry(entry) };
    const changes = silentChanges(sealed, now, correctionsOf(entry), textOf).filter(
      ({ what }) => !told.has(what),
    );
    for (const { what } of changes) told.add(what);
    return changes.length > 0 ? [{ sealed, changes }] : [];
  });
}

/** Every path at which the archive answers, old ones too. */
export function answeringPaths(articles: readonly HeldArticle[], records: Records): Set<string> {
  return new Set([
    ...articles.filter(({ entry }) => !entry.draft).flatMap(pathsOf),
    // A faulty record too: its fault is told, and it is not gone.
    ...KINDS.flatMap((kind) => records.ids(kind).map((id) => recordPath(kind, id))),
    ...records.all.flatMap(({ kind, data }) => data.formerly.map((id) => recordPath(kind, id))),
  ]);
}

/** The lines of the ledger whose path the archive has no more. */
export function lostPaths(
  { lines }: Ledger,
  articles: readonly HeldArticle[],
  records: Records,
): LedgerLine[] {
  const answering = answeringPaths(articles, records);
  // A path that holds withheld words is gone for the sake of them.
  const withheld = articles.flatMap(({ entry }) => entry.withheld);
  const isWithheld = (path: string) => withheld.some((one) => holdsName(path, one));
  return [...lines.values()].filter(({ path }) => !answering.has(path) && !isWithheld(path));
}
