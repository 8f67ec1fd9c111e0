import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { handedOver, handOver } from '../../handover.ts';
import { holderHere, type Lock } from '../../lock/holder.ts';
import { tryLock } from '../../lock/lock-file.ts';
import { siteAddress } from '../../site-address.ts';
import { contentRoot } from '../files/archive-path.ts';
import { lyingAt } from '../files/regular-file.ts';
import { keepText, keptText } from './kept-text.ts';

const CACHES = resolve('node_modules/.astro');
/** The file of a cache that says which archive it is of. */
const CONTENT = 'content.txt';

/**
 * The folder for what is kept from build to build: one for each archive and address, so that archives built in turn do
 * not undo each other's. Whatever is in it can be made again. It is for whoever holds the archive.
 */
export function cacheFolder(): string {
  const name = hash('sha256', `${contentRoot()}\n${siteAddress().href}`).slice(0, 12);
  const folder = join(CACHES, `archive-${name}`);
  if (lyingAt(folder) !== 'folder') rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const said = join(folder, CONTENT);
  if (keptText(said) !== contentRoot()) keepText(said, contentRoot());
  return folder;
}

// A lock that nothing refers to is let go of.
const held: Lock[] = [];

/**
 * The folder for what a process keeps that does not hold the archive, since it runs as long as somebody edits: the first
 * of those for such that no other process has. It is kept for the next.
 */
export function workFolder(): string {
  const known = handedOver()?.workFolder;
  if (known !== undefined) return known;
  const holder = holderHere('npm run dev');
  for (let number = 1; ; number++) {
    const folder = join(cacheFolder(), `dev-${number}`);
    mkdirSync(folder, { recursive: true });
    const taken = tryLock(join(folder, 'lock.sqlite'), holder);
    if (!taken || !('release' in taken)) continue;
    held.push(taken);
    handOver({ workFolder: folder });
    return folder;
  }
}

/** Removes what is kept of archives that are no longer there. */
export function clearCaches(): void {
  for (const name of existsSync(CACHES) ? readdirSync(CACHES) : []) {
    const content = keptText(join(CACHES, name, CONTENT));
    if (content !== undefined && !existsSync(content))
      rmSync(join(CACHES, name), { recursive: true, force: true });
  }
}
