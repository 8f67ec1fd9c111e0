import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { siteAddress } from '../address.ts';
import { contentRoot } from './content.ts';

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
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, CONTENT), contentRoot());
  return folder;
}

/** Removes what is kept of archives that are no longer there. */
export function clearCaches(): void {
  for (const name of existsSync(CACHES) ? readdirSync(CACHES) : []) {
    const said = join(CACHES, name, CONTENT);
    if (existsSync(said) && !existsSync(readFileSync(said, 'utf8')))
      rmSync(join(CACHES, name), { recursive: true, force: true });
  }
}
