import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, pathIn } from '../../fixity/site-paths.ts';
import { handOver } from '../../handover.ts';
import { bundleFor, FILES } from '../bundle/bundle.ts';
import type { Bundle } from '../bundle/kept-bundle.ts';
import { isDue, type Made, nothingMade } from '../outputs.ts';
import type { OutputsInput } from '../outputs-writing.ts';
import { Stage } from '../stage.ts';
import { fileOf, type Page, PageRenderer } from './page-renderer.ts';
import { PageWriting } from './page-writing.ts';

/** How many pages are being made while others are being written. */
const AT_ONCE = 8;

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

/** Copies what browsers fetch for pages into the site. A file of the owner’s own goes before a page of that name. */
function deliver({ folder }: Bundle, next: string): void {
  const from = join(folder, FILES);
  for (const path of filesIn(from)) {
    mkdirSync(dirname(join(next, path)), { recursive: true });
    copyFileSync(join(from, path), join(next, path));
  }
}

/** Makes pages, and writes each into the site that is being built. */
async function render(
  renderer: PageRenderer,
  pages: readonly Page[],
  write: (file: string, page: ArrayBuffer) => Promise<void>,
  shown: (page: Page, request: Request) => void,
): Promise<void> {
  const stage = new Stage('pages', 'page made', 'pages made');
  const waiting = pages.values();
  let done = 0;
  const work = async () => {
    // All workers take from the same list.
    for (const page of waiting) {
      const request = renderer.request(page);
      await write(fileOf(page), await renderer.render(request, page));
      shown(page, request);
      done += 1;
      stage.at(done, pages.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  stage.end(pages.length);
}

/**
 * Makes the pages that are due: those whose key (of page data and code) differs from the key that they were last made
 * with. Their code is bundled only where it has changed.
 */
export async function makePages({
  cache,
  next,
  site,
  last,
}: Omit<OutputsInput, 'code'>): Promise<Made> {
  const made = nothingMade();
  const shownKeys = new WeakMap<Request, string>();
  handOver({ workFolder: cache, build: { keepsPages: last.size > 0, shownKeys } });
  const bundle = await bundleFor(async (folder) => {
    // Astro is loaded only where it is needed.
    const { makeBundle } = await import('../bundle/bundle-making.ts');
    return makeBundle(cache, folder);
  });
  const renderer = await PageRenderer.of(bundle);
  const keyOf = ({ route }: Page, dataKey: string) =>
    `${dataKey} ${bundle.codes.get(route.component)}`;
  const all = await renderer.pages();
  refuseClash(all);
  const due = all.filter(
    (page) =>
      page.cacheKey === undefined ||
      isDue(site, fileOf(page), keyOf(page, page.cacheKey), last, made),
  );
  const writing = new PageWriting();
  await render(
    renderer,
    due,
    (file, page) => writing.write(join(next, file), page),
    (page, request) => {
      const key = shownKeys.get(request);
      if (key !== undefined) made.keys.set(fileOf(page), keyOf(page, key));
    },
  );
  for (const [file, digest] of await writing.end()) made.digests.set(pathIn(next, file), digest);
  deliver(bundle, next);
  return made;
}
