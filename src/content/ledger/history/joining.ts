import { changeText, type ListedChange } from '../../../domain/article/change.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Reading } from '../../reading/reading.ts';
import type { ArchiveStore } from '../../store/archive-store.ts';
import { changesSince, type Unlisted } from '../check/check.ts';
import { wordsIn } from '../check/wording.ts';
import { listedHow } from '../differences/difference.ts';
import type { Ledger } from '../ledger-files.ts';
import { lossFaults } from '../loss/loss-fault.ts';
import { type KnownLedger, lastSeals, ledgerAt, strangeSeals } from './seal-history.ts';

/** What comes into this ledger from those of merged branches. */
export interface Joining {
  /** Digests of the sealings that are joined. */
  joins: string[];
  /** Changes since their sealings that no correction explains. */
  problems: Problem[];
  /** The reading, with the lines and changes of the other ledgers added to its ledger. */
  reading: Reading;
}

type OneChange = Pick<ListedChange, 'path' | 'field' | 'how' | 'value'>;
const keyOf = ({ path, field, how, value }: OneChange) => JSON.stringify([path, field, how, value]);

/** Changes that still must be listed: own ones that the other list lacks, and those of lines that only the other has. */
function stillUnlisted(
  own: readonly Unlisted[],
  other: readonly Unlisted[],
  listed: KnownLedger,
  ledger: Ledger,
) {
  const known = new Set(listed.changes.map(keyOf));
  const left = own.map((one) => ({
    ...one,
    changes: one.changes.filter(({ field, how, value }) => {
      const done = { path: one.at, field, how: listedHow(how), ...(value && { value }) };
      return !known.has(keyOf(done));
    }),
  }));
  return [
    ...left.filter(({ changes }) => changes.length > 0),
    ...other.filter(({ sealed }) => !ledger.lines.has(sealed.path)),
  ];
}

/** The changes of both lists without duplicates, sorted by day. */
function joinedChanges(own: readonly ListedChange[], other: readonly ListedChange[]) {
  const known = new Set(own.map(changeText));
  const more = other.filter((change) => !known.has(changeText(change)));
  return [...own, ...more].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * Joins a ledger with others in the version history. Where two branches were sealed before they were merged, each has its
 * own ledger, and what was sealed in either holds.
 */
export async function joined(
  root: string,
  reading: Reading,
  store: ArchiveStore,
): Promise<Joining> {
  const strange = strangeSeals(root, reading.ledger.head);
  const joining: Joining = { joins: strange.map(({ digest }) => digest), problems: [], reading };
  const { articles, records } = reading;
  for (const { commit } of lastSeals(root, strange)) {
    const other = ledgerAt(root, commit);
    if (!other) continue;
    const at = `the ledger of commit ${commit.slice(0, 12)}`;
    const lines = new Map(other.lines.map((line) => [line.path, { ...line, file: at, line: 1 }]));
    const ledger: Ledger = { ...reading.ledger, lines, changes: other.changes };
    const changes = await changesSince(ledger, articles, records, wordsIn(store));
    joining.problems.push(...changes.problems, ...lossFaults(ledger, articles, records));
    const own = joining.reading;
    joining.reading = {
      ...own,
      unlisted: stillUnlisted(own.unlisted, changes.unlisted, other, own.ledger),
      ledger: {
        ...own.ledger,
        lines: new Map([...lines, ...own.ledger.lines]),
        changes: joinedChanges(own.ledger.changes, other.changes),
      },
    };
  }
  return joining;
}
