import { hash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftRecords } from '../content/checks/left-record.ts';
import { leftMedia } from '../content/checks/media/left-medium.ts';
import { unnamedMedia } from '../content/checks/media/unnamed-file.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import type { Reading } from '../content/reading/reading.ts';
import { cacheFolder, clearCaches } from '../content/store/cache.ts';
import { codeOf } from '../dependencies/imports.ts';
import { isPublished } from '../domain/media/filed-medium.ts';
import { articlePath } from '../domain/url.ts';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { manifestText } from '../fixity/manifest.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { place, resume } from '../placement/placement.ts';
import { closeWorkplace, openWorkplace } from '../placement/workplace.ts';
import { site as settings } from '../site.ts';
import { siteAddress } from '../site-address.ts';
import { readForBuild } from './archive-reading.ts';
import { warnOfLeftMedia } from './left-medium-warning.ts';
import { warnOfLeftRecords } from './left-record-warning.ts';
import { digestsOf, joined, lastOutputs, type Made, recordOutputs } from './outputs.ts';
import { makeOutputs } from './outputs-making.ts';
import type { OutputsInput } from './outputs-writing.ts';
import { makePages, pageThreads } from './pages/page-making.ts';
import { refuseIncomplete } from './site-fault.ts';
import { warnOfUnnamedMedia } from './unnamed-media-warning.ts';

/** The numbers of a build, as they are printed. */
export interface Built {
  /** The articles that it publishes. */
  articles: number;
  /** The articles, withdrawn ones too, that the ledger does not have yet. */
  unsealed: number;
  /** True if the ledger has the form of the first versions. */
  isOld: boolean;
}

/** If this changes, nothing of the last build is kept: the code that compares files, the address and the settings. */
const recordVersion = () =>
  [
    codeOf(new URL('./outputs.ts', import.meta.url)),
    siteAddress().href,
    JSON.stringify(settings),
  ].join(' ');

/** Counts what a build publishes. */
function numbersOf({ articles, ledger }: Reading): Built {
  const published = articles.filter(({ entry }) => !entry.draft);
  return {
    articles: published.filter(({ entry }) => !entry.withdrawn).length,
    unsealed: published.filter(({ id }) => !ledger.lines.has(articlePath(id))).length,
    isOld: ledger.lines.size > 0 && !ledger.head,
  };
}

/** Waits for both threads, and joins what they have made. If making the pages fails, the other thread is stopped. */
async function both(pages: Promise<Made>, beside: ReturnType<typeof makeOutputs>): Promise<Made> {
  const stopped = pages.catch(beside.stop);
  await Promise.allSettled([stopped, beside.made]);
  return joined(await Promise.all([pages, beside.made]));
}

/** True where an article has media that are published nowhere. */
const hasUnshownMedia = ({ media, ...article }: Reading['articles'][number]['entry']) =>
  media.some((medium) => !medium.missing && !isPublished(medium, article));

/** True where a build looks for something in all that it publishes. */
const isAudited = ({ entry }: Reading['articles'][number]) =>
  entry.withheld.length > 0 || entry.withdrawn !== undefined || hasUnshownMedia(entry);

/** Whether a build of the archive looks for withheld words or media in all that it publishes. */
export const hasAudits = (articles: Reading['articles']): boolean => articles.some(isAudited);

/** Refuses to publish withheld words or withdrawn texts. The audit is loaded only if the archive has any. */
async function auditRedaction(
  articles: Reading['articles'],
  site: Pick<OutputsInput, 'cache' | 'next' | 'site'>,
  { kept }: Made,
): Promise<void> {
  if (!hasAudits(articles)) return;
  const { refuseDisclosures } = await import('./redaction-audit/refusal.ts');
  await refuseDisclosures(articles, site, kept);
}

/** Refuses to publish media that are published nowhere. Nothing is loaded for an archive that has none. */
async function auditMedia(
  articles: Reading['articles'],
  { cache, next, site }: Pick<OutputsInput, 'cache' | 'next' | 'site'>,
  { kept }: Made,
  digests: ReadonlyMap<string, string>,
): Promise<void> {
  if (!articles.some(({ entry }) => hasUnshownMedia(entry))) return;
  const { refuseMedia } = await import('./media-audit/refusal.ts');
  const fileAt = (path: string) => join(kept.has(path) ? site : next, path);
  await refuseMedia(articles, digests, fileAt, { cache, site });
}

/**
 * Builds the archive into a folder. What has not changed since the last build is not read, made or indexed again. The
 * rest is made in another folder and moved when all of it is complete, so a build that fails leaves the last good site as
 * it was. If somebody edits the archive meanwhile, the build fails: a site shows the archive as it was at one moment.
 *
 * @param site the folder, as `trueName` returns it; the caller holds its lock and has called `refusePlace`
 * @throws the errors that `command` prints, with what to do
 */
export async function build(site: string): Promise<Built> {
  return make(site, false);
}

/**
 * Makes and audits all that a build would publish, and puts nothing in place: what `npm run seal` writes into the ledger
 * cannot be taken back. Changes that wait for that sealing are no reason to refuse it.
 *
 * @throws as `build`
 */
export async function prove(site: string): Promise<void> {
  await make(site, true);
}

async function make(site: string, isProof: boolean): Promise<Built> {
  resume(site);
  clearCaches();
  const cache = cacheFolder();
  const record = join(cache, `outputs-${hash('sha256', site).slice(0, 12)}.json`);
  const workplace = openWorkplace(site, cache);
  const { next } = workplace;
  try {
    const before = snapshotOf(contentRoot());
    const reading = await readForBuild(cache, site, isProof);
    const version = recordVersion();
    const last = existsSync(site) ? lastOutputs(record, version, site) : new Map();
    const data = { cache, next, site, last };
    const beside = makeOutputs(data, reading.articles.length);
    const made = await both(makePages(data, pageThreads(reading.articles.length)), beside);
    await auditRedaction(reading.articles, data, made);
    const digests = digestsOf(next, made, last);
    await auditMedia(reading.articles, data, made, digests);
    refuseIncomplete(next, site, made, digests);
    if (isProof) return numbersOf(reading);
    writeFileSync(join(next, SITE_MANIFEST), manifestText(digests));
    refuseChanges(contentRoot(), before, 'Nothing was built.');
    place(workplace, site, made.kept);
    recordOutputs(record, version, site, made, digests, last);
    warnOfLeftRecords(leftRecords(reading.articles, reading.records));
    warnOfLeftMedia(leftMedia(reading.articles));
    warnOfUnnamedMedia(unnamedMedia(contentRoot(), reading.articles), contentRoot());
    return numbersOf(reading);
  } finally {
    closeWorkplace(workplace);
  }
}
