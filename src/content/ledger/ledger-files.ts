import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeText, type ListedChange, readChange } from '../../domain/article/change.ts';
import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWith } from '../files/problem-place.ts';
import { readText } from '../files/text-file.ts';
import { isFirstForm } from './first-form.ts';
import { type Head, headText, nextHead, readHead, type Seal } from './head.ts';
import { ledgerText, RESTORE, readLedger, type SealedPath } from './lines.ts';
import { sealDigest } from './seal-digest.ts';

/** A line of the ledger with its place. */
export interface LedgerLine extends SealedPath {
  file: string;
  line: number;
}

/** The ledger of an archive. */
export interface Ledger {
  /** What was published, by path. */
  lines: Map<string, LedgerLine>;
  /** What was changed without a correction, in the order in which it was entered. */
  changes: ListedChange[];
  /** Undefined where nothing was sealed since ledgers have a head. */
  head: Head | undefined;
  problems: Problem[];
}

/** The file of the paths of records; those of articles are in a file for each year. */
const NAMES = 'names.txt';
/** The file of what was changed without a correction. */
export const CHANGES = 'changes.txt';
const HEAD = 'head.txt';
/** A folder with a complete new ledger that is being put in place. If a sealing was killed, the next one finishes that. */
const READY = '.ready';
const UNREADY = '.unready';

const fileOf = (path: string) => (/^\/\d{4}\//.test(path) ? `${path.slice(1, 5)}.txt` : NAMES);

const visible = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];

/** Reads the ledger of the archive at `root`, with its problems. */
export function readLedgerFiles(root: string): Ledger {
  const folder = join(root, 'ledger');
  const ready = visible(join(folder, READY));
  const ledger: Ledger = { lines: new Map(), changes: [], head: undefined, problems: [] };
  const pathOf = (name: string) => join(folder, ready.includes(name) ? READY : '', name);
  const names = [...new Set([...visible(folder), ...ready])].toSorted();
  if (names.includes(HEAD)) readHeadFile(pathOf(HEAD), ledger);
  for (const name of names) {
    const file = pathOf(name);
    if (name === HEAD) continue;
    if (!/^(?:\d{4}|names|changes)\.txt$/.test(name)) {
      const fault = because(
        'ledger/file',
        'In ledger/ lie the files of npm run seal: one for each year, names.txt, changes.txt and head.txt.',
        'Move the file elsewhere.',
      );
      ledger.problems.push(problemWith(file, name, fault));
    } else readFile(file, name, ledger);
  }
  headFaults(folder, names, ledger);
  return ledger;
}

function readHeadFile(file: string, ledger: Ledger): void {
  const { text, problems } = readText(file);
  ledger.problems.push(...problems);
  ledger.head = readHead(text);
  if (ledger.head || problems.length > 0) return;
  const fault = because(
    'ledger/edited',
    'The head of the ledger is never edited by hand: each of its lines is made of all others and of the files beside it.',
    RESTORE,
  );
  ledger.problems.push(problemWith(file, text.split('\n').at(0) ?? '', fault));
}

/** Adds problems for files of the ledger that are missing or do not match the head. */
function headFaults(folder: string, names: readonly string[], ledger: Ledger): void {
  const { head, problems, lines } = ledger;
  const fault = (name: string, rule: string) =>
    problems.push(problemWith(join(folder, name), name, because('ledger/missing', rule, RESTORE)));
  for (const name of head?.files.keys() ?? [])
    if (!names.includes(name))
      fault(name, `A file of the ledger stays: head.txt knows one of ${head?.seals.at(-1)?.day}.`);
  if (names.includes(HEAD) || problems.length > 0) return;
  const isOld = names.every((name) => name !== CHANGES);
  if (isOld && [...lines.values()].every(({ stated }) => isFirstForm(stated))) return;
  fault(HEAD, 'The ledger has a head, made of all its files.');
}

type Tell = (line: number, words: string, fault: Fault) => void;

function readFile(file: string, name: string, ledger: Ledger): void {
  const { text, problems: unread } = readText(file);
  ledger.problems.push(...unread);
  if (unread.length > 0) return;
  const known = ledger.head?.files.get(name);
  const isKnown = known === sealDigest(text);
  const before = ledger.problems.length;
  const at: Tell = (line, words, fault) =>
    ledger.problems.push({ ...problemWith(file, words, fault), line });
  if (name === CHANGES) readChanges(text, ledger, at);
  else readLines(file, name, text, isKnown, ledger, at);
  if (!ledger.head || isKnown || ledger.problems.length > before) return;
  const day = ledger.head.seals.at(-1)?.day;
  const rule =
    known === undefined
      ? 'Each file of the ledger is known to its head.'
      : `The files of the ledger are those of which head.txt was made on ${day}; this one is older, or of another ledger.`;
  at(1, name, because('ledger/other', rule, RESTORE));
}

function readChanges(text: string, { changes }: Ledger, at: Tell): void {
  const rule =
    'A line of changes.txt is as npm run seal wrote it: day, path, field, and what was done.';
  const lines = text.split('\n');
  if (lines.pop() !== '') lines.push('');
  lines.forEach((line, index) => {
    const change = readChange(line);
    if (change) changes.push(change);
    else at(index + 1, line, because('ledger/edited', rule, RESTORE));
  });
}

function readLines(
  file: string,
  name: string,
  text: string,
  isKnown: boolean,
  { lines }: Ledger,
  at: Tell,
): void {
  const { sealed, faults } = readLedger(text, isKnown);
  for (const one of faults) at(one.line, one.words, one.fault);
  if (faults.length > 0) return;
  sealed.forEach((one, index) => {
    if (fileOf(one.path) === name && !lines.has(one.path))
      lines.set(one.path, { ...one, file, line: index + 1 });
    else {
      const rule = `A path stands once in the ledger, in ${fileOf(one.path)}.`;
      at(
        index + 1,
        one.path,
        because('ledger/edited', rule, 'Take the file back from your version history.'),
      );
    }
  });
}

/** Moves the files of a new ledger that is ready into place. */
function putInPlace(folder: string): void {
  const ready = join(folder, READY);
  for (const name of visible(ready)) renameSync(join(ready, name), join(folder, name));
  rmSync(ready, { recursive: true, force: true });
}

/** A ledger that is to be written. */
export interface NewLedger {
  sealed: readonly SealedPath[];
  changes: readonly ListedChange[];
  /** The head that it continues. */
  last: Head | undefined;
}

/** Writes the ledger of the archive at `root`. If this is stopped, either all of it is written or nothing. */
export function writeLedgerFiles(
  root: string,
  { sealed, changes, last }: NewLedger,
  seal: Pick<Seal, 'day' | 'joins'>,
): void {
  const folder = join(root, 'ledger');
  const unready = join(folder, UNREADY);
  // What a killed sealing left ready already counts as the ledger.
  putInPlace(folder);
  rmSync(unready, { recursive: true, force: true });
  mkdirSync(unready, { recursive: true });
  const files = new Map(
    [...Map.groupBy(sealed, ({ path }) => fileOf(path))].map(([name, paths]) => [
      name,
      ledgerText(paths),
    ]),
  );
  if (changes.length > 0) files.set(CHANGES, changes.map((one) => `${changeText(one)}\n`).join(''));
  for (const [name, text] of files) writeFileSync(join(unready, name), text);
  const digests = new Map([...files].map(([name, text]) => [name, sealDigest(text)]));
  writeFileSync(join(unready, HEAD), headText(nextHead(last, digests, seal)));
  // From here on the new ledger counts, since files that are ready are read before those in place.
  renameSync(unready, join(folder, READY));
  putInPlace(folder);
}
