import { because, type Fault } from '../../domain/fault.ts';
import { isFirstForm } from './first-form.ts';
import { sealDigest } from './seal-digest.ts';
import { readStatements } from './statements/statement.ts';

/** A line of the ledger: a published path. */
export interface SealedPath {
  /** `/2023/10/16/some-slug/`, `/people/some-id/`. */
  path: string;
  /** The day on which it was first sealed. */
  date: string;
  /** Its statements when it was last sealed; in an old ledger, in the first format. */
  stated: string;
}

/** An invalid line, counted from 1. */
export interface LedgerFault {
  line: number;
  words: string;
  fault: Fault;
}

/** What to do where the ledger was changed by something else than npm run seal. */
export const RESTORE =
  'Take the ledger back from your version history, or from a bag. If two histories were joined, take the one ledger whole (delete content/ledger, and git checkout HEAD -- content/ledger), finish the merge, and run npm run seal, which joins the other.';

const LINE = /^(?<path>\/(?:[a-z0-9-]+\/)+) (?<date>\d{4}-\d{2}-\d{2})(?: (?<stated>\S.*))?$/;

/** The last line of a file of the ledger; in old files its digest is in hexadecimal. */
const endOf = (lines: readonly string[], digest: (text: string) => string) =>
  `end ${lines.length} sha256:${digest(lines.map((line) => `${line}\n`).join(''))}`;

const hexadecimal = (text: string) => Buffer.from(sealDigest(text), 'base64url').toString('hex');

/** The text of a file of the ledger: its lines, sorted by path, and the last line. */
export function ledgerText(sealed: readonly SealedPath[]): string {
  const lines = sealed
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, date, stated }) => [path, date, ...(stated ? [stated] : [])].join(' '));
  return [...lines, endOf(lines, sealDigest), ''].join('\n');
}

const isSound = (stated: string) =>
  isFirstForm(stated) || (readStatements(stated)?.length ?? 0) > 0;

/**
 * Reads a file of the ledger, with faults where it is not as `npm run seal` wrote it.
 *
 * @param isKnown true where its digest is known to be right, so that its lines need no check
 */
export function readLedger(
  text: string,
  isKnown = false,
): {
  sealed: SealedPath[];
  faults: LedgerFault[];
} {
  const lines = text.split('\n');
  const isEnded = lines.pop() === '';
  const end = lines.pop() ?? '';
  const isWhole =
    isKnown || (isEnded && (end === endOf(lines, sealDigest) || end === endOf(lines, hexadecimal)));
  const faults: LedgerFault[] = [];
  const sealed = lines.flatMap((line, index) => {
    const { path, date, stated = '' } = LINE.exec(line)?.groups ?? {};
    // If the last line is right, npm run seal wrote the file. Only otherwise are statements checked.
    if (path !== undefined && date !== undefined && (isWhole || isSound(stated)))
      return [{ path, date, stated }];
    const fault = because(
      'ledger/edited',
      'A line of the ledger is as npm run seal wrote it: path, day, and a digest of each thing that is stated there.',
      RESTORE,
    );
    faults.push({ line: index + 1, words: line, fault });
    return [];
  });
  if (faults.length === 0 && !isWhole) {
    const fault = because(
      'ledger/edited',
      'The ledger is never edited by hand: its last line is a digest of all others, and does not agree with them.',
      RESTORE,
    );
    faults.push({ line: lines.length + 1, words: end, fault });
  }
  return { sealed, faults };
}
