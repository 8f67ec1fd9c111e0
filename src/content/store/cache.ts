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
 * The folder for what is kept from build to build. Each archive and address has its own, so that building one archive
 * does not spoil the cache of another. All its content can be made again. It is for the
 * process that holds the archive.
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

// Locks are listed here because a lock that nothing refers to is released.
const held: Lock[] = [];

/**
 * The folder for a process that does not hold the archive, since it runs as long as somebody edits. It is the first
 * numbered folder that no other process uses. Its content stays for the next such process.
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

/** Removes the caches of archives that no longer exist. */
export function clearCaches(): void {
  for (const name of existsSync(CACHES) ? readdirSync(CACHES) : []) {
    const content = keptText(join(CACHES, name, CONTENT));
    if (content !== undefined && !existsSync(content))
      rmSync(join(CACHES, name), { recursive: true, force: true });
  }
}
