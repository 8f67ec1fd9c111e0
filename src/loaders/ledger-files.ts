import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerText, readLedger, type SealedPath } from '../archive/ledger.ts';
import { because, type Problem } from '../archive/problem.ts';
import { problemWith, readText } from './content.ts';

/** A line of the ledger with its place. */
export interface LedgerLine extends SealedPath {
  file: string;
  line: number;
}

/** The ledger of an archive, by path. */
export interface Ledger {
  lines: Map<string, LedgerLine>;
  problems: Problem[];
}

/** The file of the records' paths; those of articles lie in the file of their year. */
const NAMES = 'names.txt';
/** A new ledger, whole, that is being put in place; what a killed sealing left there is put in its place by the next. */
const READY = '.ready';
const UNREADY = '.unready';

const fileOf = (path: string) => (/^\/\d{4}\//.test(path) ? `${path.slice(1, 5)}.txt` : NAMES);

const visible = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];

/** Reads the ledger below `root`, and says what is wrong with it. */
export function readLedgerFiles(root: string): Ledger {
  const folder = join(root, 'ledger');
  const ready = visible(join(folder, READY));
  const ledger: Ledger = { lines: new Map(), problems: [] };
  for (const name of [...new Set([...visible(folder), ...ready])].toSorted()) {
    const file = join(folder, ready.includes(name) ? READY : '', name);
    if (!/^(?:\d{4}|names)\.txt$/.test(name)) {
      const message = because(
        'In ledger/ lie the files of npm run seal: one for each year, and names.txt.',
        'Move the file elsewhere.',
      );
      ledger.problems.push(problemWith(file, name, message));
    } else readFile(file, name, ledger);
  }
  return ledger;
}

function readFile(file: string, name: string, { lines, problems }: Ledger): void {
  const { text, problems: unread } = readText(file);
  problems.push(...unread);
  if (unread.length > 0) return;
  const { sealed, faults } = readLedger(text);
  const at = (line: number, words: string, message: string) =>
    problems.push({ ...problemWith(file, words, message), line });
  for (const fault of faults) at(fault.line, fault.words, fault.message);
  if (faults.length > 0) return;
  sealed.forEach((one, index) => {
    if (fileOf(one.path) === name && !lines.has(one.path))
      lines.set(one.path, { ...one, file, line: index + 1 });
    else {
      const rule = `A path stands once in the ledger, in ${fileOf(one.path)}.`;
      at(index + 1, one.path, because(rule, 'Take the file back from your version history.'));
    }
  });
}

/** Puts a new ledger, which lies ready, in its place. */
function putInPlace(folder: string): void {
  const ready = join(folder, READY);
  for (const name of visible(ready)) renameSync(join(ready, name), join(folder, name));
  rmSync(ready, { recursive: true, force: true });
}

/** Writes the ledger below `root`: all of it or, whenever this is stopped, nothing of it. */
export function writeLedgerFiles(root: string, sealed: readonly SealedPath[]): void {
  const folder = join(root, 'ledger');
  const unready = join(folder, UNREADY);
  // What a killed sealing left ready is part of the ledger already.
  putInPlace(folder);
  rmSync(unready, { recursive: true, force: true });
  mkdirSync(unready, { recursive: true });
  const files = Map.groupBy(sealed, ({ path }) => fileOf(path));
  for (const [name, paths] of files) writeFileSync(join(unready, name), ledgerText(paths));
  // From here on the new ledger is the ledger: a reader takes a file that lies ready before one in its place.
  renameSync(unready, join(folder, READY));
  putInPlace(folder);
}
