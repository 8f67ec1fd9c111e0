import { type ListedChange, readChange } from '../../../domain/article/change.ts';
import { goesOnFrom, type Head, readHead } from '../head.ts';
import { readLedger, type SealedPath } from '../lines.ts';
import { isSampleSeal } from '../sample.ts';
import { fileAt, git } from './git.ts';

/** A sealing in the version history of an archive. */
export interface KnownSeal {
  commit: string;
  digest: string;
}

const SEAL = /^\+[1-9]\d* \d{4}-\d{2}-\d{2} [\w-]{22} ([\w-]{43})/;

// biome-ignore format: a list of options
/** Options for git that show every change of a file as text and run no command, whatever attributes and settings say. */
const AS_TEXT = [
  '--full-history', '-m', '-p', '-U0', '--text', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames',
];

/**
 * Sealings in the version history that a head neither continues nor has joined; empty if there is no history. The
 * sealing of the sample, with which every archive's history may begin, is left out.
 */
export function strangeSeals(root: string, head: Head | undefined): KnownSeal[] {
  let log = '';
  try {
    log = git(root, 'log', ...AS_TEXT, '--format=commit %H', '--', 'ledger/head.txt');
  } catch {
    return [];
  }
  const found = new Map<string, KnownSeal>();
  let commit = '';
  for (const line of log.split('\n')) {
    if (line.startsWith('commit ')) commit = line.slice('commit '.length);
    const digest = SEAL.exec(line)?.[1];
    if (digest === undefined || isSampleSeal(digest) || goesOnFrom(head, digest)) continue;
    // The log ends with the earliest commit. The first one that has the sealing has the ledger that was sealed.
    found.set(digest, { commit, digest });
  }
  return [...found.values()];
}

/** The sealings that no other of them followed. These include what was sealed before. */
export function lastSeals(root: string, seals: readonly KnownSeal[]): KnownSeal[] {
  if (seals.length < 2) return [...seals];
  const heads = seals.map(({ commit }) => headAt(root, commit));
  const isBefore = ({ digest }: KnownSeal, head: Head | undefined) =>
    head?.seals.at(-1)?.digest !== digest && goesOnFrom(head, digest);
  return seals.filter((seal) => !heads.some((head) => isBefore(seal, head)));
}

function headAt(root: string, commit: string): Head | undefined {
  try {
    return readHead(fileAt(root, commit, 'ledger/head.txt'));
  } catch {
    return undefined;
  }
}

/** The ledger of a commit. */
export interface KnownLedger {
  head: Head;
  lines: SealedPath[];
  changes: ListedChange[];
}

/**
 * Reads the ledger of a commit; undefined where there is none, or it is not complete.
 *
 * @param isWanted tells by name and digest whether to read a file
 */
export function ledgerAt(
  root: string,
  commit: string,
  isWanted: (name: string, digest: string) => boolean = () => true,
): KnownLedger | undefined {
  const head = headAt(root, commit);
  if (!head) return undefined;
  try {
    const show = (name: string) => fileAt(root, commit, `ledger/${name}`);
    const names = [...head.files].filter((file) => isWanted(...file)).map(([name]) => name);
    const lines = names
      .filter((name) => name !== 'changes.txt')
      .flatMap((name) => readLedger(show(name)).sealed);
    const listed = names.includes('changes.txt') ? show('changes.txt').split('\n') : [];
    const changes = listed.map(readChange).filter((one) => one !== undefined);
    return { head, lines, changes };
  } catch {
    return undefined;
  }
}
