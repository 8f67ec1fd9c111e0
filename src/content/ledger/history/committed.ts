import { join } from 'node:path';
import { changeText, type ListedChange } from '../../../domain/article/change.ts';
import { because } from '../../../domain/fault.ts';
import type { Problem } from '../../../domain/problem.ts';
import { problemWith } from '../../files/problem-place.ts';
import type { Reading } from '../../reading/reading.ts';
import type { ArchiveStore } from '../../store/archive-store.ts';
import { changesSince, type Unlisted } from '../check/check.ts';
import { unlistedFault } from '../check/ledger-fault.ts';
import { wordsIn } from '../check/wording.ts';
import { listedHow } from '../differences/difference.ts';
import { goesOnFrom, type Head } from '../head.ts';
import { pathsOf, recordPathsOf } from '../ledger.ts';
import { CHANGES, type Ledger, type LedgerLine } from '../ledger-files.ts';
import { isArticlePath } from '../loss/left-path.ts';
import { lossFaults } from '../loss/loss-fault.ts';
import { sealDigest } from '../seal-digest.ts';
import type { Difference } from '../statements/field.ts';
import { recordStatements } from '../statements/record-statements.ts';
import { statementsText } from '../statements/statement.ts';
import { TAKE_BACK } from './continuity.ts';
import { type KnownLedger, ledgerAt } from './seal-history.ts';

/**
 * The ledger as last committed, and the present one. Anyone can write a line that continues the head, so a valid head
 * alone does not prove that what was sealed before still holds.
 */
interface Succession {
  committed: KnownLedger & { head: Head };
  ledger: Ledger;
  /** The number of sealings since; undefined if not known, because the ledgers were joined. */
  since: number | undefined;
}

function successionOf(root: string, ledger: Ledger): Succession | undefined {
  const { head } = ledger;
  if (!head) return undefined;
  const isOther = (name: string, digest: string) => (head.files.get(name) ?? '') !== digest;
  const committed = ledgerAt(root, 'HEAD', isOther);
  const last = committed?.head.seals.at(-1)?.digest ?? '';
  // A head that does not continue the committed one is reported elsewhere.
  if (!committed || !goesOnFrom(head, last)) return undefined;
  if (!isOther(CHANGES, committed.head.files.get(CHANGES) ?? ''))
    committed.changes = ledger.changes;
  const at = head.seals.findIndex(({ digest }) => digest === last);
  return { committed, ledger, since: at < 0 ? undefined : head.seals.length - at - 1 };
}

/** The entries that the list of changes has gained, and those that it has lost. */
function compareLists(had: readonly ListedChange[], has: readonly ListedChange[]) {
  const more = [...has];
  const missing = had.filter((change) => {
    const at = more.findIndex((one) => changeText(one) === changeText(change));
    if (at >= 0) more.splice(at, 1);
    return at < 0;
  });
  return { more, missing };
}

type Listed = Omit<ListedChange, 'date'>;

/** The changes that are not among the new entries of the list. */
const stillUnlisted = (all: readonly Unlisted[], more: readonly Listed[]): Unlisted[] =>
  all
    .map((one) => ({
      ...one,
      changes: one.changes.filter(
        ({ field, how, value }) =>
          !more.some(
            (done) =>
              [one.at, one.sealed.path].includes(done.path) &&
              done.field === field &&
              done.how === listedHow(how) &&
              done.value === (value || undefined),
          ),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);

/** True if the article or record at a path says what the present ledger has sealed. */
function isAsSealed(path: string, { ledger, articles, records }: Reading): boolean {
  const stated = ledger.lines.get(path)?.stated ?? '';
  const article = articles.find((one) => pathsOf(one).includes(path));
  if (article) return article.entry.statements === sealDigest(stated);
  const record = records.all.find((one) => recordPathsOf(one).includes(path));
  return record !== undefined && statementsText(recordStatements(record.data)) === stated;
}

/** What the next sealing enters in the list of changes. */
const pending = (unlisted: readonly Unlisted[]): Listed[] =>
  unlisted.flatMap(({ at, changes }) =>
    changes.map(({ field, how, value }) => ({
      path: at,
      field,
      how: listedHow(how),
      ...(value && { value }),
    })),
  );

const inFile = (file: string, words: string, rule: string): Problem =>
  problemWith(file, words, because('ledger/history', rule, TAKE_BACK));

/** Faults of committed lines and changes that the present ledger lacks or dates differently. */
function ledgerFaults(
  file: string,
  { committed, ledger, since }: Succession,
  missing: readonly ListedChange[],
): Problem[] {
  const isKept = ({ path, date }: { path: string; date: string }) => {
    const line = ledger.lines.get(path);
    // A path that two branches sealed has the day of the one that is kept.
    return line && (since === undefined || line.date === date);
  };
  return [
    ...committed.lines
      .filter((line) => !isKept(line))
      .map(({ path, date }) =>
        inFile(
          file,
          path,
          `A path stays in the ledger with the day on which it was sealed first, here ${date}.`,
        ),
      ),
    ...missing.map((change) =>
      inFile(file, changeText(change), 'What was entered in the list of changes stays there.'),
    ),
  ];
}

/**
 * Faults where what the last committed ledger sealed has changed without a correction or listed change, even though the
 * present ledger continues it. Empty if there is no version history.
 */
export async function committedFaults(
  root: string,
  reading: Reading,
  store: ArchiveStore,
): Promise<Problem[]> {
  const { ledger, articles, records, unlisted } = reading;
  const succession = successionOf(root, ledger);
  if (!succession) return [];
  const { committed, since } = succession;
  const isSame = ({ path, stated }: { path: string; stated: string }) =>
    isArticlePath(path) && ledger.lines.get(path)?.stated === stated;
  const at = 'the ledger that was last committed';
  const lines = committed.lines
    .filter((line) => !isSame(line))
    .map((line) => [line.path, { ...line, file: at, line: 1 }] as const);
  const { more, missing } = compareLists(committed.changes, ledger.changes);
  const older: Ledger = { ...ledger, lines: new Map(lines) };
  // If there were several sealings, the next one included, only the ledgers between them know some past values.
  const isKnown = ({ how }: Difference, { path }: LedgerLine) =>
    how !== 'untrue' || (since === 1 && isAsSealed(path, reading));
  const changes = await changesSince(older, articles, records, wordsIn(store), isKnown);
  // What two branches have listed is compared when they are joined.
  const open =
    since === undefined ? [] : stillUnlisted(changes.unlisted, [...more, ...pending(unlisted)]);
  return [
    ...ledgerFaults(join(root, 'ledger', 'head.txt'), succession, missing),
    ...changes.problems,
    ...lossFaults(older, articles, records),
    ...open.map((one) => unlistedFault(one.path, one)),
  ];
}
