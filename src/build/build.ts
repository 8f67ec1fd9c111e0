import { hash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build as buildPages } from 'astro';
import { masked } from '../content/checks/mask.ts';
import { contentRoot } from '../content/files/archive-file.ts';
import { unlistedFault } from '../content/ledger/check/ledger-fault.ts';
import { committedFaults } from '../content/ledger/history/committed.ts';
import {
  historyFaults,
  publishedFault,
  siteContinuityFaults,
} from '../content/ledger/history/continuity.ts';
import { ArchiveError, type Reading, readArchive } from '../content/reading/reading.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import { cacheFolder, clearCaches } from '../content/store/cache.ts';
import { codeOf } from '../dependencies/imports.ts';
import type { Problem } from '../domain/problem.ts';
import { articlePath } from '../domain/url.ts';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { HostFault } from '../fixity/host-answer.ts';
import { hostedLedger } from '../fixity/hosted-ledger.ts';
import { manifestText } from '../fixity/manifest.ts';
import { handOver } from '../handover.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { place, resume } from '../placement/placement.ts';
import { closeWorkplace, openWorkplace } from '../placement/workplace.ts';
import { site as settings } from '../site.ts';
import { siteAddress, siteBase } from '../site-address.ts';
import { astroFolder } from './astro-folder.ts';
import { digestsOf, lastOutputs, type Made, nothingMade, recordOutputs } from './outputs.ts';
import { outputsCode } from './outputs-code.ts';
import type { OutputsThreadData, OutputsThreadMessage } from './outputs-thread.ts';
import { duePages } from './pages.ts';
import { endedEarly, refuseIncomplete } from './site-fault.ts';
import { Stage } from './stage.ts';

/** What was built, in numbers. */
export interface Built {
  /** The articles that it publishes. */
  articles: number;
  /** Those, withdrawn ones too, that the ledger does not have yet. */
  unsealed: number;
  /** True where the ledger has the form that it had at first. */
  isOld: boolean;
}

/** Pages that are being made while others are being written. */
const AT_ONCE = 8;

/** What tells whether a file is still as it was made: where that is another now, or the address or a setting, nothing is kept. */
const recordVersion = () =>
  [
    codeOf(new URL('./outputs.ts', import.meta.url)),
    siteAddress().href,
    JSON.stringify(settings),
  ].join(' ');

/** Set to the address at which the last build is published, where no folder has it: on a machine that begins anew. */
const PUBLISHED = 'PUBLISHED_URL';

/** Where a ledger does not go on from the one with which the published site was built. */
async function publishedFaults(root: string, reading: Reading): Promise<Problem[]> {
  const address = process.env[PUBLISHED];
  if (!address) return [];
  if (!URL.canParse(address)) throw new HostFault(`${PUBLISHED}: ‘${address}’ is no address.`);
  const published = await hostedLedger(new URL(address));
  const fault = published && publishedFault(root, reading, published, address, () => true);
  return fault ? [fault] : [];
}

/**
 * Refuses what changed since it was sealed and is not in the list of changes, and a ledger that does not go on from what
 * the site, last built or published, or the version history knows.
 */
async function refuseUnseen(reading: Reading, store: ArchiveStore, site: string): Promise<void> {
  const root = contentRoot();
  const problems = [
    ...reading.unlisted.map((one) => unlistedFault(one.path, one)),
    ...siteContinuityFaults(root, reading, site),
    ...historyFaults(root, reading),
    ...(await committedFaults(root, reading, store)),
    ...(await publishedFaults(root, reading)),
  ];
  const withheld = reading.articles.flatMap(({ entry }) => entry.withheld);
  if (problems.length > 0) throw new ArchiveError(masked(problems, withheld));
}

/**
 * Brings the store up to date; gives what was read.
 *
 * @throws ArchiveError where something was changed unseen
 */
async function read(cache: string, site: string): Promise<Reading> {
  const stage = new Stage('reading', 'article', 'articles');
  const store = new ArchiveStore(cache);
  try {
    const reading = await readArchive(contentRoot(), siteBase(), store, (done, all) =>
      stage.at(done, all),
    );
    stage.end(reading.changed);
    await refuseUnseen(reading, store, site);
    return reading;
  } finally {
    store.close();
  }
}

/** What a build publishes, in numbers. */
function numbersOf({ articles, ledger }: Reading): Built {
  const published = articles.filter(({ entry }) => !entry.draft);
  return {
    articles: published.filter(({ entry }) => !entry.withdrawn).length,
    unsealed: published.filter(({ id }) => !ledger.lines.has(articlePath(id))).length,
    isOld: ledger.lines.size > 0 && !ledger.head,
  };
}

/** Makes what Astro does not, data and search, in a thread of its own, which `stop` ends. */
function makeOutputs(data: OutputsThreadData): {
  made: Promise<Made>;
  stop: () => Promise<unknown>;
} {
  const { promise, resolve, reject } = Promise.withResolvers<Made>();
  const thread = new Worker(new URL('./outputs-thread.ts', import.meta.url), { workerData: data });
  let stage = new Stage('data', 'article', 'articles');
  thread.on('message', (message: OutputsThreadMessage) => {
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
  thread.once('exit', () => reject(endedEarly('data and search')));
  return { made: promise, stop: () => thread.terminate() };
}

async function makePages({
  cache,
  next,
  site,
  last,
}: Omit<OutputsThreadData, 'code'>): Promise<Made> {
  const made = nothingMade();
  const { config, integration, deliver } = astroFolder(cache);
  const shownKeys = new WeakMap<Request, string>();
  handOver({ workFolder: cache, build: { keepsPages: last.size > 0, shownKeys } });
  await buildPages({
    ...config,
    // Astro warns of what is no fault here, such as an archive that names no organisation.
    logLevel: 'error',
    build: { concurrency: AT_ONCE },
    // Others write into it from the start.
    vite: { build: { emptyOutDir: false } },
    integrations: [
      integration,
      duePages(
        { next, site, last, made, shownKeys },
        new Stage('pages', 'page made', 'pages made'),
      ),
    ],
  });
  deliver(next);
  return made;
}

/** What two threads have made. Where one fails the other is not left to write on. */
async function both(pages: Promise<Made>, beside: ReturnType<typeof makeOutputs>): Promise<Made> {
  const stopped = pages.catch(beside.stop);
  await Promise.allSettled([stopped, beside.made]);
  const [first, second] = await Promise.all([pages, beside.made]);
  return {
    keys: new Map([...first.keys, ...second.keys]),
    kept: new Set([...first.kept, ...second.kept]),
    digests: new Map([...first.digests, ...second.digests]),
  };
}

/** Refuses to publish what an article withholds, or a withdrawn text; where there is neither, nothing is loaded for it. */
async function auditRedaction(
  articles: Reading['articles'],
  site: Pick<OutputsThreadData, 'cache' | 'next' | 'site'>,
  { kept }: Made,
): Promise<void> {
  if (!articles.some(({ entry }) => entry.withheld.length > 0 || entry.withdrawn)) return;
  const { refuseDisclosures } = await import('./redaction-audit/refusal.ts');
  await refuseDisclosures(articles, site, kept);
}

/**
 * Builds the archive into a folder. What has not changed since the last build into it is not read, made or indexed
 * again; the rest is made beside it and put in its place when all of it is sound: a build that fails leaves the last
 * good one as it was. The archive and the folder are this build’s alone while it runs, but for whoever edits: the site is
 * made of the archive as it was at one moment, or not at all.
 *
 * @param site the folder, by its true name; one that `refusePlace` lets pass
 */
export async function build(site: string): Promise<Built> {
  resume(site);
  clearCaches();
  const cache = cacheFolder();
  const record = join(cache, `outputs-${hash('sha256', site).slice(0, 12)}.json`);
  const workplace = openWorkplace(site, cache);
  const { next } = workplace;
  try {
    const before = snapshotOf(contentRoot());
    const reading = await read(cache, site);
    const version = recordVersion();
    const last = existsSync(site) ? lastOutputs(record, version, site) : new Map();
    const data = { cache, next, site, last, code: outputsCode() };
    const beside = makeOutputs(data);
    const made = await both(makePages(data), beside);
    await auditRedaction(reading.articles, data, made);
    const digests = digestsOf(next, made, last);
    refuseIncomplete(next, site, made, digests);
    writeFileSync(join(next, SITE_MANIFEST), manifestText(digests));
    refuseChanges(contentRoot(), before, 'Nothing was built.');
    place(workplace, site, made.kept);
    recordOutputs(record, version, site, made, digests, last);
    return numbersOf(reading);
  } finally {
    closeWorkplace(workplace);
  }
}
