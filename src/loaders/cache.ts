import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { siteAddress } from '../address.ts';
import { contentRoot } from './content.ts';
import { lyingAt } from './file/regular-file.ts';
import { keepText, keptText } from './store/kept-text.ts';

const CACHES = resolve('node_modules/.astro');
/** The file of a cache that says which archive it is of. */
const CONTENT = 'content.txt';

/**
 * The folder for what is kept from build to build: one for each archive and address, so that archives built in turn do
 * not undo each other's. Whatever is in it can be made again.
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

/** Removes what is kept of archives that are no longer there. */
export function clearCaches(): void {
  for (const name of existsSync(CACHES) ? readdirSync(CACHES) : []) {
    const content = keptText(join(CACHES, name, CONTENT));
    if (content !== undefined && !existsSync(content))
      rmSync(join(CACHES, name), { recursive: true, force: true });
  }
}
