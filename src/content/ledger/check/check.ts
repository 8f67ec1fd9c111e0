import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../../domain/problem.ts';
import type { Records } from '../../reading/record.ts';
import type { EarlierVersion } from '../history/version-history.ts';
import { type LedgerArticle, recordSilencesOf, type Silence, silencesOf } from '../ledger.ts';
import type { Ledger, LedgerLine } from '../ledger-files.ts';
import { inheritedLines, leavingsOf } from '../loss/left-path.ts';
import { withheldRecords } from '../loss/lost-path.ts';
import type { Difference } from '../statements/field.ts';
import { changeFaults } from './ledger-fault.ts';
import { saysNow, versionsOf, type Words, wordings } from './wording.ts';

/** What has changed in an archive since it was sealed. */
export interface Changes {
  /** A problem for each change that needs a correction and has none. */
  problems: Problem[];
  /** Changes that need no correction, and are not in the list of changes yet. */
  unlisted: Unlisted[];
}

/** Changes of an article or record that need no correction. */
export interface Unlisted extends Silence {
  /** Its file. */
  path: string;
  /** Its path in the site. */
  at: string;
}

const isRefused = ({ rule }: Difference) => rule === 'refused';

const only = (
  { sealed, changes }: Silence,
  isWanted: (change: Difference) => boolean,
): Silence => ({
  sealed,
  changes: changes.filter(isWanted),
});

/** True where a change needs a correction that is missing. */
export const isSilent = (silences: readonly Silence[]): boolean =>
  silences.some(({ changes }) => changes.some(isRefused));

/**
 * Compares an archive with its ledger.
 *
 * @param isWanted filters the changes
 */
export async function changesSince(
  ledger: Ledger,
  articles: readonly LedgerArticle[],
  records: Records,
  words: Words,
  isWanted: (change: Difference, sealed: LedgerLine) => boolean = () => true,
): Promise<Changes> {
  const changes: Changes = { problems: [], unlisted: [] };
  const tell = async (
    { path, was, at }: { path: string; was: string; at: string },
    all: Silence,
    versions: Iterable<EarlierVersion>,
    says: (change: Difference) => string,
  ) => {
    const silence = only(all, (change) => isWanted(change, all.sealed));
    const [refused, listed] = [only(silence, isRefused), only(silence, (one) => !isRefused(one))];
    if (listed.changes.length > 0) changes.unlisted.push({ ...listed, path, at });
    if (refused.changes.length === 0) return;
    const found = await wordings(refused, versions, was, says);
    changes.problems.push(...changeFaults(path, refused, found, silence.changes));
  };
  const inherited = inheritedLines(ledger, articles);
  for (const article of articles) {
    const { id, path } = article;
    const left = inherited.get(id) ?? [];
    const said = {
      statements: () => words.statements(id),
      textOf: (part: string) => words.now(id).find((one) => one.id === part)?.text ?? '',
    };
    for (const silence of [
      ...silencesOf(article, ledger, said, left),
      ...leavingsOf(ledger, left),
    ]) {
      const says = (change: Difference) => saysNow(article, change, words.now(id));
      const versions = versionsOf(article, left, words);
      await tell({ path, was: path, at: `/${id}/` }, silence, versions, says);
    }
  }
  for (const record of records.all)
    for (const silence of recordSilencesOf(record, ledger)) {
      const { kind, id, path } = record;
      // The file of a record that was merged into this one is gone, but an earlier version may be known.
      const was = join(dirname(path), `${basename(silence.sealed.path)}.yaml`);
      const data = words.recordBefore(was);
      const versions = data ? [{ data, parts: new Map() }] : [];
      await tell({ path, was, at: `/${kind}/${id}/` }, silence, versions, ({ field }) =>
        field === 'name'
          ? record.data.name
          : field === 'description'
            ? (record.data.description ?? '')
            : '',
      );
    }
  for (const sealed of withheldRecords(ledger, articles, records)) {
    const gone: Difference = { field: 'record', how: 'removed', rule: 'listed' };
    changes.unlisted.push({ sealed, changes: [gone], path: sealed.file, at: sealed.path });
  }
  return changes;
}
