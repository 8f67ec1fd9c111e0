import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where a site is made before it is put in its place. */
export interface Workplace {
  /** The folder of everything that is there for the time of the build. */
  folder: string;
  /** The site that is being made, below it. */
  next: string;
  /** True if a file can be moved from there into the site in one step. */
  isNear: boolean;
}

/** The folder within a site for what is ready, if nothing beside the site is on its disk and can be written. */
export const WITHIN = '.cuttings-next';
/** The new site, below a workplace. */
export const NEXT = 'site';
/** What is kept, below a workplace, of what was there before. */
export const LAST = 'last';
/** The file that says that a site is being put in place, and how. */
export const JOURNAL = 'journal.json';
/** The error code if a file cannot be moved in one step: the other place is on another disk. */
export const FAR = 'EXDEV';
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The code of an error of the system. */
export const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** The folder beside a site in which the next site is made. */
export const siblingOf = (site: string) => join(dirname(site), `.${basename(site)}-next`);

/** The folders from which a site may be on its way to its place: one beside it, one within it. */
export const waysOf = (site: string): string[] => [siblingOf(site), join(site, WITHIN)];

/**
 * True if a build was stopped just before or after it put a site in its place, and left within it what was to come or what
 * was there before.
 */
export const hasRemains = (site: string): boolean =>
  [NEXT, LAST].some((one) => existsSync(join(site, WITHIN, one))) &&
  !existsSync(join(site, WITHIN, JOURNAL));

/** True if a build was stopped while it put a site in its place. */
export const isHalfway = (site: string): boolean =>
  waysOf(site).some((way) => existsSync(join(way, JOURNAL))) || hasRemains(site);

/** What is said of such a site. @param shown its folder @param make the command that makes it */
export const halfwaySentence = (shown: string, make = 'npm run build'): string =>
  `A build was stopped while it put ${shown} in its place, and it is neither the old site nor the new one: run ${make}, which finishes that.`;

/** True if what is in one folder can be moved into another in one step. @throws if the other cannot be written */
function isNear(folder: string, site: string): boolean {
  const trial = join(folder, 'trial');
  // An empty folder is moved, of the name that the next build clears away: a build that is killed here adds no file.
  const arrived = join(site, WITHIN);
  try {
    mkdirSync(trial);
    renameSync(trial, arrived);
    rmdirSync(arrived);
    return true;
  } catch (error) {
    if (codeOf(error) !== FAR) throw Object.assign(error as Error, { path: site, dest: undefined });
    // Better to find out now that it cannot be written than at the end of a long build.
    mkdirSync(arrived);
    rmdirSync(arrived);
    return false;
  }
}

/**
 * Opens an empty workplace for a site: beside it or, if nothing can be written there, in a folder of caches.
 *
 * @throws the error of the system if the site could not be put in its place
 */
export function openWorkplace(site: string, cache: string): Workplace {
  for (const way of waysOf(site))
    if (existsSync(way)) rmSync(way, { recursive: true, force: true });
  let folder = siblingOf(site);
  const isThere = existsSync(site);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
  } catch (error) {
    if (!isThere || !CLOSED.has(codeOf(error))) throw error;
    folder = join(cache, 'next');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  try {
    if (isThere && !statSync(site).isDirectory())
      throw Object.assign(new Error(`ENOTDIR: not a directory, mkdir '${site}'`), {
        code: 'ENOTDIR',
        syscall: 'mkdir',
        path: site,
      });
    const next = join(folder, NEXT);
    const near = !isThere || isNear(folder, site);
    mkdirSync(next);
    return { folder, next, isNear: near };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Clears a workplace away, unless the site is still on its way from there. */
export function closeWorkplace({ folder }: Workplace): void {
  if (!existsSync(join(folder, JOURNAL))) rmSync(folder, { recursive: true, force: true });
}
