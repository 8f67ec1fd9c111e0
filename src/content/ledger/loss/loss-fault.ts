import type { Problem } from '../../../domain/problem.ts';
import type { Records } from '../../reading/record.ts';
import { draftFault, lossFault } from '../check/ledger-fault.ts';
import { sealedParagraphs } from '../former.ts';
import { type LedgerArticle, pathsOf } from '../ledger.ts';
import type { Ledger, LedgerLine } from '../ledger-files.ts';
import { lostPaths } from './lost-path.ts';

/** The article that was probably at a lost path: it has most of the paragraphs sealed there. */
function successorOf({ stated }: LedgerLine, articles: readonly LedgerArticle[], ledger: Ledger) {
  const sealed = new Set(sealedParagraphs(stated));
  const shared = ({ entry }: LedgerArticle) =>
    (entry.unwithheldIds ?? entry.paragraphIds).filter((id) => sealed.has(id)).length;
  const [best] = articles
    .filter((article) => !pathsOf(article).some((path) => ledger.lines.has(path)))
    .toSorted((a, b) => shared(b) - shared(a));
  return best && shared(best) * 2 > sealed.size ? best : undefined;
}

/** A problem for each published path that the archive no longer has, or that leads to a draft. */
export function lossFaults(
  ledger: Ledger,
  articles: readonly LedgerArticle[],
  records: Records,
): Problem[] {
  const drafts = articles.filter(({ entry }) => entry.draft);
  const drafted = drafts.flatMap((article) => {
    const sealed = pathsOf(article).flatMap((path) => ledger.lines.get(path) ?? []);
    return sealed.map((line) => ({ article, line }));
  });
  const told = new Set(drafted.map(({ line }) => line));
  return [
    ...drafted.map(({ article, line }) => draftFault(article, line)),
    ...lostPaths(ledger, articles, records)
      .filter((line) => !told.has(line))
      .map((line) => lossFault(line, successorOf(line, articles, ledger))),
  ];
}
