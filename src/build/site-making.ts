import { hash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LeftRecord, leftRecords } from '../content/checks/left-record.ts';
import { type LeftMedium, leftMedia } from '../content/checks/media/left-medium.ts';
import { unnamedMedia } from '../content/checks/media/unnamed-file.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import type { Reading } from '../content/reading/reading.ts';
import { codeOf } from '../dependencies/imports.ts';
import { isPublished } from '../domain/media/filed-medium.ts';
import { articlePath } from '../domain/url.ts';
import { SITE_MANIFEST } from '../fixity/copy.ts';
import { manifestText } from '../fixity/manifest.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { place } from '../placement/placement.ts';
import { closeWorkplace, openWorkplace } from '../placement/workplace.ts';
import { site as settings } from '../site.ts';
import { siteAddress } from '../site-address.ts';
import { readForBuild } from './archive-reading.ts';
import { bundleFor } from './bundle/bundle.ts';
import { digestsOf, joined, lastOutputs, type Made, recordOutputs } from './outputs.ts';
import { makeOutputs } from './outputs-making.ts';
import type { OutputsInput } from './outputs-writing.ts';
import { makePages, pageThreads } from './pages/page-making.ts';
import { refuseIncomplete } from './site-fault.ts';

/** The numbers of a build, as they are printed. */
export interface Built {
  /** The articles that it publishes. */
  articles: number;
  /** The articles, withdrawn ones too, that the ledger does not have yet. */
  unsealed: number;
  /** True if the ledger has the form of the first versions. */
  isOld: boolean;
}

/** What a build tells when it has put a site in place: its numbers, and what it warns of. */
export interface Told {
  built: Built;
  leftRecords: LeftRecord[];
  leftMedia: LeftMedium[];
  /** Paths of files. */
  unnamedMedia: string[];
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

/**
 * What is told of a reading, and its articles where a build looks for something of them in all that it publishes. While
 * pages are made nothing else of it is held in memory: they read the store.
 */
function found(reading: Reading): { told: Told; audited: Reading['articles'] } {
  const { articles, records } = reading;
  const told = {
    built: numbersOf(reading),
    leftRecords: leftRecords(articles, records),
    leftMedia: leftMedia(articles),
    unnamedMedia: unnamedMedia(contentRoot(), articles),
  };
  return { told, audited: hasAudits(articles) ? articles : [] };
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
 * Makes a site, and puts it in its place where it is not for proof.
 *
 * @param cache the folder of what is kept from build to build
 * @param parts the stores of parts, if nothing is to be read here
 * @throws the errors that `command` prints, with what to do
 */
export async function makeSite(
  site: string,
  cache: string,
  isProof: boolean,
  parts?: readonly string[],
): Promise<Told> {
  const record = join(cache, `outputs-${hash('sha256', site).slice(0, 12)}.json`);
  const workplace = openWorkplace(site, cache);
  const { next } = workplace;
  const ended = new AbortController();
  // The code of the pages knows nothing of the archive: it is bundled while that is read.
  const bundled = bundleFor(cache, ended.signal);
  // It is waited for when all is read.
  bundled.catch(() => undefined);
  try {
    const before = snapshotOf(contentRoot());
    const { told, audited } = found(await readForBuild(cache, site, isProof, parts));
    const version = recordVersion();
    const last = existsSync(site) ? lastOutputs(record, version, site) : new Map();
    const data = { cache, next, site, last };
    const beside = makeOutputs(data, told.built.articles);
    const pages = makePages(data, bundled, pageThreads(told.built.articles), beside.made);
    const made = await both(pages, beside);
    await auditRedaction(audited, data, made);
    const digests = digestsOf(next, made, last);
    await auditMedia(audited, data, made, digests);
    refuseIncomplete(next, site, made, digests);
    if (isProof) return told;
    writeFileSync(join(next, SITE_MANIFEST), manifestText(digests));
    refuseChanges(contentRoot(), before, 'Nothing was built.');
    place(workplace, site, made.kept);
    recordOutputs(record, version, site, made, digests, last);
    return told;
  } finally {
    ended.abort();
    await Promise.allSettled([bundled]);
    closeWorkplace(workplace);
  }
}
