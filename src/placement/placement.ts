import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { codeOf, FAR, JOURNAL, siblingOf, WITHIN, type Workplace, waysOf } from './workplace.ts';

/**
 * Putting a site in its place is done whole, or undone, whenever it is stopped. A journal says what is to be done before
 * the first file moves; who comes after a build that was killed does the rest of it.
 *
 * A site of which nothing stays is exchanged for the new one as a folder. One that is mended, and one that is the root of
 * a disk and cannot move, is mended file by file, and what each file was is kept until the last is in its place.
 */

type Journal =
  | { how: 'exchange' }
  /** The files that are made, and those that go. */
  | { how: 'mend'; made: string[]; gone: string[] };

/** What is on its way, below a workplace: the new site, and what was there. */
const NEXT = 'site';
const LAST = 'last';
// What disks without hard links answer.
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function writeJournal(way: string, journal: Journal): void {
  const file = join(way, JOURNAL);
  const begun = `${file}.begun`;
  const opened = openSync(begun, 'w');
  writeFileSync(opened, JSON.stringify(journal));
  fsyncSync(opened);
  closeSync(opened);
  renameSync(begun, file);
}

/** Says that all is done; what is left on the way is nobody’s. */
function end(way: string): void {
  rmSync(join(way, JOURNAL), { force: true });
  rmSync(way, { recursive: true, force: true });
}

function exchange(way: string, site: string): void {
  const [next, last] = [join(way, NEXT), join(way, LAST)];
  if (!existsSync(next)) return;
  // Between the two steps the last site has moved already; it does so once.
  if (existsSync(site)) renameSync(site, existsSync(last) ? `${last}-too` : last);
  try {
    renameSync(next, site);
  } catch (error) {
    if (existsSync(last)) renameSync(last, site);
    throw error;
  }
}

/** Keeps what lies at a path as it was, by a second name where a disk has such. @param stays until a file takes its place */
function keep(site: string, last: string, path: string, stays: boolean): void {
  const [there, kept] = [join(site, path), join(last, path)];
  const found = lstatSync(there, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) {
    // Of a folder where a file goes, everything has gone before.
    removeEmpty(there);
    return;
  }
  mkdirSync(dirname(kept), { recursive: true });
  try {
    if (stays) linkSync(there, kept);
    else renameSync(there, kept);
  } catch (error) {
    if (LINKLESS.has(codeOf(error))) renameSync(there, kept);
    // Kept before the last stop, which came before its place was taken.
    else if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function mend(way: string, site: string, gone: readonly string[]): void {
  const [next, last] = [join(way, NEXT), join(way, LAST)];
  for (const path of gone) keep(site, last, path, false);
  for (const path of filesIn(next).toSorted(manifestLast)) {
    keep(site, last, path, true);
    mkdirSync(join(site, dirname(path)), { recursive: true });
    renameSync(join(next, path), join(site, path));
  }
  if (gone.length > 0) removeEmptyIn(site);
}

// A copy that somebody takes meanwhile is then no site by its own account.
const manifestLast = (a: string, b: string) =>
  Number(a === SITE_MANIFEST) - Number(b === SITE_MANIFEST);

/** Removes a folder that holds no file. */
function removeEmpty(folder: string): void {
  removeEmptyIn(folder);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function removeEmptyIn(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && entry.name !== WITHIN) removeEmpty(join(folder, entry.name));
}

/** Undoes what was done of a mending. */
function unmend(way: string, site: string, made: readonly string[], gone: readonly string[]): void {
  const [next, last] = [join(way, NEXT), join(way, LAST)];
  for (const path of made)
    if (!existsSync(join(next, path))) rmSync(join(site, path), { force: true });
  removeEmptyIn(site);
  for (const path of [...gone, ...made]) {
    if (!lstatSync(join(last, path), { throwIfNoEntry: false })) continue;
    mkdirSync(join(site, dirname(path)), { recursive: true });
    renameSync(join(last, path), join(site, path));
  }
}

function carryOut(way: string, site: string, journal: Journal): void {
  if (journal.how === 'exchange') exchange(way, site);
  else
    try {
      mend(way, site, journal.gone);
    } catch (error) {
      unmend(way, site, journal.made, journal.gone);
      end(way);
      throw error;
    }
  end(way);
}

/** Brings what is ready to the disk of the site, before anything of the site is touched. */
function broughtNear(next: string, site: string): string {
  const way = join(site, WITHIN);
  try {
    mkdirSync(way, { recursive: true });
    try {
      renameSync(next, join(way, NEXT));
    } catch (error) {
      if (codeOf(error) !== FAR) throw error;
      cpSync(next, join(way, NEXT), { recursive: true });
    }
    return way;
  } catch (error) {
    rmSync(way, { recursive: true, force: true });
    throw error;
  }
}

/** True where a folder went in place of another; false where this one cannot move, and nothing was done. */
function isExchanged(way: string, site: string): boolean {
  try {
    writeJournal(way, { how: 'exchange' });
    carryOut(way, site, { how: 'exchange' });
    return true;
  } catch (error) {
    if (!existsSync(site)) throw error;
    rmSync(join(way, JOURNAL), { force: true });
    return false;
  }
}

/**
 * Puts a site that was made in its place: it then holds that, and what is kept of what was there, and nothing else.
 *
 * @param kept the paths of the files that stay as they are
 * @throws the error of the system where it cannot be done; the site is then what it was
 */
export function place(workplace: Workplace, site: string, kept: ReadonlySet<string>): void {
  const { folder, next } = workplace;
  if (isBeside(workplace, site) && kept.size === 0 && isExchanged(folder, site)) return;
  const stays = new Set([...filesIn(next), ...kept]);
  const goes = (path: string) => !stays.has(path) && !path.startsWith(`${WITHIN}/`);
  replaceFiles(workplace, site, filesIn(site).filter(goes));
}

const isBeside = ({ folder, isNear }: Workplace, site: string) =>
  folder === siblingOf(site) && isNear;

/**
 * Puts files that were made into a folder, and takes others away from it: all of it is done, or nothing. What else is there
 * stays.
 *
 * @param gone the paths of the files that go
 * @throws the error of the system where it cannot be done; the folder is then what it was
 */
export function replaceFiles(workplace: Workplace, site: string, gone: readonly string[]): void {
  const { folder, next } = workplace;
  const way = isBeside(workplace, site) ? folder : broughtNear(next, site);
  const journal: Journal = { how: 'mend', made: filesIn(join(way, NEXT)), gone: [...gone] };
  writeJournal(way, journal);
  carryOut(way, site, journal);
}

/** Does the rest of what a killed build began to put in place. @throws the error of the system where it cannot be done */
export function resume(site: string): void {
  for (const way of waysOf(site)) {
    const journal = journalIn(way);
    if (journal) carryOut(way, site, journal);
  }
}

function journalIn(way: string): Journal | undefined {
  try {
    const journal: Journal = JSON.parse(readFileSync(join(way, JOURNAL), 'utf8'));
    if (journal.how === 'exchange') return journal;
    return [...journal.made, ...journal.gone].every(isInside) ? journal : undefined;
  } catch {
    // There is none, or a foreign one: the next build looks at each file that it would keep.
    return undefined;
  }
}

// A journal may have come with a site that somebody else made.
const isInside = (path: string) =>
  !path.split('/').some((part) => ['', '.', '..'].includes(part)) && !path.includes('\\');
