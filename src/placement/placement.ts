import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../fixity/site-paths.ts';
import { type Journal, journalIn, writeJournal } from './journal.ts';
import { mend, unmend } from './mending.ts';
import {
  codeOf,
  FAR,
  hasRemains,
  JOURNAL,
  LAST,
  NEXT,
  siblingOf,
  WITHIN,
  type Workplace,
  waysOf,
} from './workplace.ts';

/**
 * A site is put in its place whole, or what was done is undone, whenever the build is stopped. A journal says what is to
 * be done before the first file moves. The next command after a build that was killed does the rest.
 *
 * If no file of the old site stays, the new site takes its place as a folder. If some stay, or if the site is the root of
 * a disk and cannot move, it is mended file by file, and every old file is kept until the last new one is in its place.
 */

/** Says that all is done, and clears the rest away. */
function end(way: string): void {
  rmSync(join(way, JOURNAL), { force: true });
  rmSync(way, { recursive: true, force: true });
}

function exchange(way: string, site: string): void {
  const [next, last] = [join(way, NEXT), join(way, LAST)];
  if (!existsSync(next)) return;
  // If `last` is there, a build was stopped between the two steps, and the old site has moved already.
  if (existsSync(site)) renameSync(site, existsSync(last) ? `${last}-too` : last);
  try {
    renameSync(next, site);
  } catch (error) {
    if (existsSync(last)) renameSync(last, site);
    throw error;
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

/** Brings what is ready to the disk of the site, before any file of the site is touched. */
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

/** True if the folder took the place of the old one; false if the old one cannot move, and then nothing was done. */
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
 * Puts a new site in its place. It then holds the new files and those that are kept, and nothing else.
 *
 * @param kept the paths of the files that stay as they are
 * @throws the error of the system if it cannot be done; the site is then as it was
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
 * Puts new files into a folder, and takes others away: all of it is done, or nothing. The other files there stay.
 *
 * @param gone the paths of the files that go
 * @throws the error of the system if it cannot be done; the folder is then as it was
 */
export function replaceFiles(workplace: Workplace, site: string, gone: readonly string[]): void {
  const { folder, next } = workplace;
  const way = isBeside(workplace, site) ? folder : broughtNear(next, site);
  const journal: Journal = { how: 'mend', made: filesIn(join(way, NEXT)), gone: [...gone] };
  writeJournal(way, journal);
  carryOut(way, site, journal);
}

/** Does the rest if a build was killed while it put a site in its place. @throws the error of the system if it cannot */
export function resume(site: string): void {
  for (const way of waysOf(site)) {
    const journal = journalIn(way);
    if (journal) carryOut(way, site, journal);
  }
  // They are of another site, and may show what is withheld now.
  if (hasRemains(site)) rmSync(join(site, WITHIN), { recursive: true, force: true });
}
