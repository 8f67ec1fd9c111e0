import { holdsName } from '../../../domain/withholding/withholding.ts';
import { sealedParagraphs } from '../former.ts';
import { type LedgerArticle, pathsOf, type Silence } from '../ledger.ts';
import type { Ledger, LedgerLine } from '../ledger-files.ts';
import { sealDigest } from '../seal-digest.ts';

/** True for the path of an article, and not of a record. */
export const isArticlePath = (path: string) => /^\/\d{4}\//.test(path);

/** True where an article withholds words that stand in a path. */
export const withholds = ({ entry }: LedgerArticle, path: string) =>
  !entry.draft && entry.withheld.some((one) => holdsName(path, one));

/** The field of a listed change: an article left its old path, because the path holds words that are now withheld. */
const LEFT_PATH = 'path';

/**
 * The article that left a path because the path has withheld words: the one listed as such, or the one that shares most
 * of its text.
 */
function successorOf(
  { path, stated }: LedgerLine,
  { changes }: Ledger,
  articles: readonly LedgerArticle[],
): LedgerArticle | undefined {
  const withholding = articles.filter((one) => withholds(one, path));
  const digest = sealDigest(path);
  const left = changes.findLast(({ field, value }) => field === LEFT_PATH && value === digest);
  const known = left && withholding.find((one) => pathsOf(one).includes(left.path));
  if (known || withholding.length === 0) return known;
  const sealed = new Set(sealedParagraphs(stated));
  const shared = ({ entry }: LedgerArticle) =>
    (entry.unwithheldIds ?? entry.paragraphIds).filter((id) => sealed.has(id)).length;
  const [best] = withholding.toSorted((a, b) => shared(b) - shared(a));
  return best && shared(best) * 2 > sealed.size ? best : undefined;
}

/** The ledger lines of old paths that articles left because of withheld words, by the ids of these articles. */
export function inheritedLines(
  ledger: Ledger,
  articles: readonly LedgerArticle[],
): Map<string, LedgerLine[]> {
  const found = new Map<string, LedgerLine[]>();
  // In most archives no article withholds anything.
  if (!articles.some(({ entry }) => entry.withheld.length > 0)) return found;
  const answering = new Set(articles.filter(({ entry }) => !entry.draft).flatMap(pathsOf));
  for (const line of ledger.lines.values()) {
    if (!isArticlePath(line.path) || answering.has(line.path)) continue;
    const successor = successorOf(line, ledger, articles);
    if (successor) found.set(successor.id, [...(found.get(successor.id) ?? []), line]);
  }
  return found;
}

/** Changes to list for paths that an article left. A digest stands for the path, which has withheld words. */
export const leavingsOf = ({ changes }: Ledger, inherited: readonly LedgerLine[]): Silence[] =>
  inherited
    .map((sealed) => ({ sealed, value: sealDigest(sealed.path) }))
    .filter(({ value }) => !changes.some((one) => one.field === LEFT_PATH && one.value === value))
    .map(({ sealed, value }) => ({
      sealed,
      changes: [{ field: LEFT_PATH, how: 'changed', rule: 'listed', value }],
    }));
