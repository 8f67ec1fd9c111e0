import { hash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build as buildPages } from 'astro';
import { siteAddress, siteBase } from '../address.ts';
import { articlePath } from '../archive/url.ts';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { manifestText } from '../fixity/manifest.ts';
import { cacheFolder, clearCaches } from '../loaders/cache.ts';
import { digestOfFiles } from '../loaders/code-version.ts';
import { IS_READ } from '../loaders/collection.ts';
import { contentRoot } from '../loaders/content.ts';
import { Galley } from '../loaders/galley.ts';
import { type Reading, readArchive } from '../loaders/reading.ts';
import { HAS_PAGES } from '../sheets/paths.ts';
import type { BesideData, BesideMessage } from './beside.ts';
import {
  digestsOf,
  filesIn,
  type LastOutputs,
  lastOutputs,
  type Made,
  nothingMade,
  recordOutputs,
  settle,
} from './outputs.ts';
import { duePages } from './pages.ts';
import { Stage } from './stage.ts';

/** What was built, in numbers. */
export interface Built {
  /** The articles that it publishes. */
  articles: number;
  /** Those, withdrawn ones too, that the ledger does not have yet. */
  unsealed: number;
}

/** Pages that are being made while others are being written. */
const AT_ONCE = 8;

/** Of all that every page is made of besides its sheet: the code, the libraries, the address. */
const pagesVersion = () =>
  digestOfFiles(['src', 'astro.config.mjs', 'package-lock.json'], siteAddress().href);

/** Brings the galley up to date; gives what was read. */
async function read(cache: string): Promise<Reading> {
  const stage = new Stage('reading', 'article', 'articles');
  const galley = new Galley(cache);
  try {
    const reading = await readArchive(contentRoot(), siteBase(), galley, (done, all) =>
      stage.at(done, all),
    );
    stage.end(reading.changed);
    return reading;
  } finally {
    galley.close();
  }
}

/** What a build publishes, in numbers. */
function numbersOf({ articles, ledger }: Reading): Built {
  const published = articles.filter(({ entry }) => !entry.draft);
  return {
    articles: published.filter(({ entry }) => !entry.withdrawn).length,
    unsealed: published.filter(({ id }) => !ledger.lines.has(articlePath(id))).length,
  };
}

/** Makes what Astro does not, data and search, in a thread of its own. */
function makeBeside(data: BesideData): Promise<Made> {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const thread = new Worker(new URL('./beside.ts', import.meta.url), { workerData: data });
  let stage = new Stage('data', 'article', 'articles');
  thread.on('message', (message: BesideMessage) => {
    if ('made' in message) {
      stage.end(message.indexed);
      resolve(message.made);
      return;
    }
    // The terminal is this thread's: what the other has to say is said here.
    stage.end(message.written);
    stage = new Stage('search', 'article indexed', 'articles indexed');
  });
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('The thread that writes data and search ended.')));
  return promise;
}

async function makePages(next: string, site: string, last: LastOutputs): Promise<Made> {
  const made = nothingMade();
  process.env[IS_READ] = 'true';
  if (last.size > 0) process.env[HAS_PAGES] = 'true';
  await buildPages({
    outDir: next,
    // Astro warns of what is no fault here, such as an archive that names no organisation.
    logLevel: 'error',
    build: { concurrency: AT_ONCE },
    // Others write into it from the start.
    vite: { build: { emptyOutDir: false } },
    integrations: [
      duePages({ next, site, last, made }, new Stage('pages', 'page made', 'pages made')),
    ],
  });
  return made;
}

/** What two threads have made. Neither is left to write on when the other has failed. */
async function both(one: Promise<Made>, other: Promise<Made>): Promise<Made> {
  await Promise.allSettled([one, other]);
  const [first, second] = await Promise.all([one, other]);
  return {
    keys: new Map([...first.keys, ...second.keys]),
    kept: new Set([...first.kept, ...second.kept]),
    digests: new Map([...first.digests, ...second.digests]),
  };
}

/** Refuses to publish what an article withholds, or a withdrawn text; where there is neither, nothing is loaded for it. */
async function proveConcealment(
  articles: Reading['articles'],
  site: Pick<BesideData, 'cache' | 'next' | 'site'>,
  { kept }: Made,
): Promise<void> {
  if (!articles.some(({ entry }) => entry.withheld.length > 0 || entry.withdrawn)) return;
  const { refuseSurvivors } = await import('./survivor/refusal.ts');
  await refuseSurvivors(articles, site, kept);
}

/**
 * Builds the archive into a folder. What has not changed since the last build into it is not read, made or indexed
 * again; the rest is made beside it and put in its place when all of it is sound: a build that fails leaves the last
 * good one as it was.
 *
 */
export async function build(site: string): Promise<Built> {
  const next = join(dirname(site), `.${basename(site)}-next`);
  for (const left of [next, `${next}-last`]) rmSync(left, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  clearCaches();
  const cache = cacheFolder();
  const record = join(cache, `outputs-${hash('sha256', site).slice(0, 12)}.json`);
  try {
    const reading = await read(cache);
    const version = pagesVersion();
    const last = existsSync(site) ? lastOutputs(record, version, site) : new Map();
    const beside = makeBeside({ cache, next, site, last });
    const made = await both(makePages(next, site, last), beside);
    for (const path of filesIn(join(next, 'search')))
      if (!made.keys.has(`search/${path}`)) keySearchFile(`search/${path}`, made);
    await proveConcealment(reading.articles, { cache, next, site }, made);
    const digests = digestsOf(next, made, last);
    writeFileSync(join(next, SITE_MANIFEST), manifestText(digests));
    settle(next, site, made);
    recordOutputs(record, version, site, made, digests, last);
    return numbersOf(reading);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** A file of search is made of what the name of its folder says. */
function keySearchFile(path: string, { keys }: Made): void {
  const [, folder = '', below] = path.split('/');
  if (below === undefined || below === 'index.html') return;
  keys.set(path, folder === 'words' ? below : folder);
}
