import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { handOver } from '../../handover.ts';
import type { Bundle } from '../bundle/kept-bundle.ts';
import { isDue, type Made, nothingMade } from '../outputs.ts';
import type { OutputsInput } from '../outputs-writing.ts';
import { fileOf, type Page, urlOf } from './page.ts';
import type { PageQueue } from './page-queue.ts';
import { PageRenderer } from './page-renderer.ts';

/** After how many pages others have their turn. */
const OFTEN = 32;

/** Of what pages are made. */
export interface PagesInput extends Omit<OutputsInput, 'code'> {
  bundle: Bundle;
  /** A digest of the code that makes pages with the bundle. */
  code: string;
}

/** Refuses two pages with one address: one of them would be lost. */
function refuseClash(pages: readonly Page[]): void {
  const known = new Map<string, Page>();
  for (const page of pages) {
    const file = fileOf(page);
    const other = known.get(file);
    if (other)
      throw new Error(`${other.route.component} and ${page.route.component} both make ${file}.`);
    known.set(file, page);
  }
}

/** Writes a page into a folder. @returns its SHA-256 */
function write(file: string, page: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  return hash('sha256', page);
}

/**
 * Makes this thread’s share of the pages. A page stays as it is where its key (of page data and code) is the one that it
 * was last made with.
 *
 * @param queue gives this thread its share
 */
export async function makeShare(
  { bundle, code, cache, next, site, last }: PagesInput,
  queue: PageQueue,
): Promise<Made> {
  const made = nothingMade();
  const shownKeys = new WeakMap<URL, string>();
  handOver({ workFolder: cache, build: { shownKeys } });
  const renderer = await PageRenderer.of(bundle);
  const pages = await renderer.pages();
  refuseClash(pages);
  const keyOf = ({ route }: Page, dataKey: string) =>
    `${dataKey} ${bundle.codes.get(route.component)} ${code}`;
  /** True where the last site has the page as it would be made. */
  const isKept = (page: Page): boolean => {
    const dataKey = last.size === 0 ? undefined : page.dataKey?.();
    return dataKey !== undefined && !isDue(site, fileOf(page), keyOf(page, dataKey), last, made);
  };
  let looked = 0;
  for (const page of queue.taken(pages)) {
    looked += 1;
    // Rendering never waits: what other threads tell, and the progress that is shown, would wait until the end.
    if (looked % OFTEN === 0) await nextTurn();
    if (isKept(page)) continue;
    const file = fileOf(page);
    const url = urlOf(page);
    made.digests.set(file, write(join(next, file), await renderer.render(page, url)));
    const dataKey = shownKeys.get(url);
    if (dataKey !== undefined) made.keys.set(file, keyOf(page, dataKey));
  }
  return made;
}
