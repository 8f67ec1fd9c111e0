import { createHash } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../content/files/files-below.ts';
import { git } from '../content/ledger/history/git.ts';
import { keepText, keptText } from '../content/store/kept-text.ts';
import type { Problem } from '../domain/problem.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { siteAddress } from '../site-address.ts';
import { keyOfBundle } from './bundle/bundle.ts';

/** How all stands that a build is made of. */
export interface InputStanding {
  digest: string;
  /** False where a file was changed so shortly before that another change of it may not show. */
  isSettled: boolean;
}

// Disks count the time of a change in steps; the longest, of two seconds, are those of sticks and cards.
const STEP_MS = 3000;

/** The state of a file. A program can reset the time of modification (mtime), but not that of the last change (ctime). */
function stateOf(path: string): { state: string; changed: number } {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!found) return { state: '', changed: Date.now() };
  const { mode, ino, size, mtimeNs, ctimeNs } = found;
  return { state: `${mode} ${ino} ${size} ${mtimeNs} ${ctimeNs}`, changed: Number(found.ctimeMs) };
}

function digestOf(lines: Iterable<string>): string {
  const digest = createHash('sha256');
  for (const line of lines) digest.update(`${line}\n`);
  return digest.digest('base64url');
}

/** The commit that the version history of an archive is at; empty where it has none. */
function commitAt(root: string): string {
  try {
    return git(root, 'rev-parse', 'HEAD');
  } catch {
    return '';
  }
}

/**
 * How all stands that a build of an archive is made of; undefined where something in the archive is neither file nor
 * folder, which a build tells.
 */
export function inputStanding(root: string): InputStanding | undefined {
  const problems: Problem[] = [];
  const found = filesBelow(root, problems);
  if (problems.length > 0) return undefined;
  let last = 0;
  const states = found.map(({ path, isFolder }) => {
    if (isFolder) return path;
    const { state, changed } = stateOf(path);
    last = Math.max(last, changed);
    return `${path} ${state}`;
  });
  const others = [keyOfBundle(), process.version, siteAddress().href, commitAt(root)];
  return { digest: digestOf([...others, ...states]), isSettled: last < Date.now() - STEP_MS };
}

/** How a site stands; undefined where there is none. */
const siteStanding = (site: string): string | undefined =>
  existsSync(site)
    ? digestOf(filesIn(site).map((path) => `${path} ${stateOf(join(site, path)).state}`))
    : undefined;

/** How all stood when a build ended. The files of archive and site are not read for it. */
interface Standing<T> {
  /** A digest of the archive, the code, the address and the version history. */
  input: string;
  /** A digest of the built site. */
  site: string;
  /** What the build told. */
  told: T;
}

/**
 * What the last build told of a site, if all stands as it left it: then there is nothing to build.
 *
 * @param record the file that the last build left with `recordStanding`
 */
export function toldIfUnchanged<T>(
  record: string,
  input: InputStanding | undefined,
  site: string,
): T | undefined {
  const text = keptText(record);
  if (text === undefined || input === undefined) return undefined;
  const kept: Standing<T> = JSON.parse(text);
  return kept.input === input.digest && kept.site === siteStanding(site) ? kept.told : undefined;
}

/**
 * Notes for the next build how all stands now, unless a change could go unseen.
 *
 * @param input how all stood when the build began
 * @param told what this one tells
 */
export function recordStanding<T>(
  record: string,
  input: InputStanding | undefined,
  site: string,
  told: T,
): void {
  if (!input?.isSettled) return;
  const standing: Standing<T> = { input: input.digest, site: siteStanding(site) ?? '', told };
  keepText(record, JSON.stringify(standing));
}
