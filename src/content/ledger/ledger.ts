import { spellings } from '../../domain/authorities/authority.ts';
import { articlePath, recordPath } from '../../domain/url.ts';
import type { RecordFile } from '../reading/record.ts';
import type { ArticleEntry } from '../store/article-entry.ts';
import { Answers } from './differences/answers.ts';
import { differences } from './differences/difference.ts';
import { erasures } from './differences/erasure.ts';
import { firstFormDifferences, isFirstForm, presentText } from './first-form.ts';
import type { Ledger, LedgerLine } from './ledger-files.ts';
import { sealDigest } from './seal-digest.ts';
import type { Difference } from './statements/field.ts';
import { ARTICLE_FIELDS, RECORD_FIELDS } from './statements/field.ts';
import { recordStatements } from './statements/record-statements.ts';
import { readStatements, type Statement, statementsText } from './statements/statement.ts';

/** An article that is compared with the ledger. */
export interface LedgerArticle {
  id: string;
  path: string;
  entry: ArticleEntry;
}

/** Looks up what the entry of an article does not contain. */
export interface Said {
  /** Its statements, as a line of the ledger. */
  statements: () => string;
  /** The words of one of its paragraphs. */
  textOf: (paragraph: string) => string;
}

/** A line of the ledger, and the changes since then that no correction explains. */
export interface Silence {
  sealed: LedgerLine;
  changes: Difference[];
}

/** The corrections of an article, with withheld words in place. */
const correctionsOf = ({ unwithheld, corrections }: ArticleEntry) =>
  (unwithheld ?? { corrections }).corrections;

/** The paths under which an article was published, the present one first. */
export const pathsOf = ({ id, entry }: Pick<LedgerArticle, 'id' | 'entry'>): string[] => [
  articlePath(id),
  ...(entry.unwithheld ?? entry).formerly,
];

const statementsIn = (text: string): Statement[] => readStatements(text) ?? [];

function inFirstForm(entry: ArticleEntry, sealed: LedgerLine, said: Said): Difference[] {
  if (entry.withdrawn) return [];
  const ids = entry.unwithheldIds ?? entry.paragraphIds;
  const text = presentText(entry.unwithheld ?? entry, ids, entry.sha256);
  const now = { date: entry.date, text };
  return firstFormDifferences(sealed, now, correctionsOf(entry), said.textOf);
}

function sinceSealed(entry: ArticleEntry, sealed: LedgerLine, said: Said): Difference[] {
  // Most articles have not changed. Then the statements need not be read.
  if (sealDigest(sealed.stated) === entry.statements) return [];
  if (isFirstForm(sealed.stated)) return inFirstForm(entry, sealed, said);
  const [statements, now] = [statementsIn(sealed.stated), statementsIn(said.statements())];
  const { figures } = entry.unwithheld ?? entry;
  const held = { statements, now, fields: ARTICLE_FIELDS, figures };
  const answers = new Answers(correctionsOf(entry), held);
  const changes = differences(statements, now, ARTICLE_FIELDS, answers, said.textOf);
  if (entry.withdrawn) return changes;
  const { withheld, blanked = [] } = entry;
  return [...changes, ...erasures(statements, { withheld, blanked })];
}

/**
 * Changes in an article since it was sealed that no correction explains, for each of its paths.
 *
 * @param inherited lines of its old paths that it may not name, because they have withheld words
 */
export function silencesOf(
  article: Pick<LedgerArticle, 'id' | 'entry'>,
  { lines }: Ledger,
  said: Said,
  inherited: readonly LedgerLine[] = [],
): Silence[] {
  const { entry } = article;
  if (entry.draft) return [];
  const told = new Set<string>();
  const own = pathsOf(article).flatMap((path) => lines.get(path) ?? []);
  return [...own, ...inherited].flatMap((sealed) => {
    const keyOf = ({ field, value = '' }: Difference) => `${field} ${value}`;
    const changes = sinceSealed(entry, sealed, said).filter((one) => !told.has(keyOf(one)));
    for (const one of changes) told.add(keyOf(one));
    return changes.length > 0 ? [{ sealed, changes }] : [];
  });
}

/** The field of a listed change: a record was merged into this one. */
const MERGED = 'merged';

/** The paths under which a record was published, the present one first. */
export const recordPathsOf = ({ kind, id, data }: Pick<RecordFile, 'kind' | 'id' | 'data'>) =>
  [id, ...data.formerly].map((one) => recordPath(kind, one));

/** Changes in a record since it was sealed that no correction explains, for each of its paths. */
export function recordSilencesOf(record: RecordFile, { lines }: Ledger): Silence[] {
  const { data } = record;
  const sealed = recordPathsOf(record).flatMap((path) => lines.get(path) ?? []);
  const now = recordStatements(data);
  const text = statementsText(now);
  const changed = sealed.filter(({ stated }) => stated !== text && !isFirstForm(stated));
  if (changed.length === 0) return [];
  const [own, ...merged] = sealed.map((line) => statementsIn(line.stated));
  const others = merged.flat().filter(({ field }) => field === 'name');
  const statements = [...(own ?? []), ...others];
  const answers = new Answers(data.corrections, { statements, now, fields: RECORD_FIELDS });
  const spelt = new Set(spellings(data).map(sealDigest));
  return sealed.flatMap((line, index): Silence[] => {
    const before = statementsIn(line.stated);
    if (before.length === 0) return [];
    if (index === 0) {
      const isOwn = line.path === recordPath(record.kind, record.id);
      const changes = differences(before, now, RECORD_FIELDS, answers).map((change) =>
        // If a former id had a record of its own, that record was merged into this one.
        isOwn && change.field === 'formerly' ? { ...change, field: MERGED } : change,
      );
      return changes.length > 0 ? [{ sealed: line, changes }] : [];
    }
    // Readers who look for a merged record must find its name here, or be told why not.
    const [name] = before.filter(({ field }) => field === 'name');
    if (!name || spelt.has(name.value) || answers.takes('name', name.value)) return [];
    return [{ sealed: line, changes: [{ field: 'name', how: 'merged', rule: 'refused' }] }];
  });
}
