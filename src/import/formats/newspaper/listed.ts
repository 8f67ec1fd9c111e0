import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { regularBytes } from '../../../content/files/regular-file.ts';
import { pathOf } from './page-files.ts';

/** How many folders above a page its METS file may lie. */
const ABOVE = 2;

/** The paths of the pages that each METS file names; kept, since each of its pages asks. */
const named = new Map<string, Set<string>>();
const KEPT = 16;

function pagesOf(mets: string): Set<string> {
  const known = named.get(mets);
  if (known) return known;
  const pages = new Set<string>();
  try {
    const text = regularBytes(mets).toString('utf8');
    for (const [, href = ''] of text.matchAll(/\bhref="([^"<>]{1,1000})"/gu)) {
      const path = pathOf(href);
      if (path !== undefined) pages.add(resolve(dirname(mets), path));
    }
  } catch {
    // What cannot be read names nothing.
  }
  if (named.size >= KEPT) named.clear();
  named.set(mets, pages);
  return pages;
}

const isMets = (name: string) => /mets/iu.test(name) && /\.xml$/iu.test(name);

/** Whether a file is a page of an issue whose METS file lies with it or above it. */
export function isListedPage(path: string | undefined): boolean {
  if (path === undefined) return false;
  const page = resolve(path);
  let folder = dirname(page);
  for (let level = 0; level <= ABOVE; level++, folder = dirname(folder)) {
    let names: string[] = [];
    try {
      names = readdirSync(folder);
    } catch {
      continue;
    }
    for (const name of names)
      if (isMets(name) && name !== basename(page) && pagesOf(join(folder, name)).has(page))
        return true;
  }
  return false;
}
