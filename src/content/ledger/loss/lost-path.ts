import { KINDS } from '../../../domain/authorities/authority.ts';
import { recordPath } from '../../../domain/url.ts';
import type { Records } from '../../reading/record.ts';
import { type LedgerArticle, pathsOf } from '../ledger.ts';
import type { Ledger, LedgerLine } from '../ledger-files.ts';
import { inheritedLines, isArticlePath, withholds } from './left-path.ts';

/** Every path of the archive, including old ones that lead to a present page. */
function answeringPaths(articles: readonly LedgerArticle[], records: Records): Set<string> {
  return new Set([
    ...articles.filter(({ entry }) => !entry.draft).flatMap(pathsOf),
    // Records with faults count too: they are reported elsewhere, and are not gone.
    ...KINDS.flatMap((kind) => records.ids(kind).map((id) => recordPath(kind, id))),
    ...records.all.flatMap(({ kind, data }) => data.formerly.map((id) => recordPath(kind, id))),
  ]);
}

/** The lines of records that were removed because an article withholds their name, and that are not listed yet. */
export function withheldRecords(
  { lines, changes }: Ledger,
  articles: readonly LedgerArticle[],
  records: Records,
): LedgerLine[] {
  const told = new Set(changes.flatMap(({ field, path }) => (field === 'record' ? path : [])));
  const answering = answeringPaths([], records);
  return [...lines.values()].filter(
    (line) =>
      !isArticlePath(line.path) &&
      !answering.has(line.path) &&
      !told.has(line.path) &&
      articles.some((one) => withholds(one, line.path)),
  );
}

/** The lines of the ledger whose paths the archive no longer has, except those given up for withheld words. */
export function lostPaths(
  ledger: Ledger,
  articles: readonly LedgerArticle[],
  records: Records,
): LedgerLine[] {
  const answering = answeringPaths(articles, records);
  const left = new Set([...inheritedLines(ledger, articles).values()].flat());
  return [...ledger.lines.values()].filter(
    (line) =>
      !answering.has(line.path) &&
      !left.has(line) &&
      (isArticlePath(line.path) || !articles.some((one) => withholds(one, line.path))),
  );
}
