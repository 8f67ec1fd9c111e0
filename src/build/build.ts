import { hash } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { contentRoot } from '../content/files/archive-path.ts';
import { archiveFaults } from '../content/files/article-files.ts';
import { ArchiveError } from '../content/reading/archive-error.ts';
import { cacheFolder, clearCaches } from '../content/store/cache.ts';
import { resume } from '../placement/placement.ts';
import { warnOfLeftMedia } from './left-medium-warning.ts';
import { warnOfLeftRecords } from './left-record-warning.ts';
import type { Built, Told } from './site-making.ts';
import { inputStanding, recordStanding, toldIfUnchanged } from './standing.ts';
import { warnOfUnnamedMedia } from './unnamed-media-warning.ts';

/**
 * By how much the heap of a thread may grow, in per cent of what is in use, before what is not is let go of. Left alone,
 * Node lets it grow to twice as much while pages are made.
 */
const HEAP_GROWTH = 30;

/** Loads what makes a site: all that reads an archive. */
async function siteMaking() {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  return import('./site-making.ts');
}

/** Refuses where there is no archive. Other builds take its cache for that of one that is gone. @throws ArchiveError */
function refuseNone(): void {
  const none = archiveFaults(contentRoot());
  if (none.length > 0) throw new ArchiveError(none);
}

/** Says what a build found, of the kind that does not stop it. @returns its numbers */
function tell({ built, leftRecords, leftMedia, unnamedMedia }: Told): Built {
  warnOfLeftRecords(leftRecords);
  warnOfLeftMedia(leftMedia);
  warnOfUnnamedMedia(unnamedMedia, contentRoot());
  return built;
}

/**
 * Builds the archive into a folder. Where all stands as the last build left it, nothing is done. What has not changed
 * since then is not read, made or indexed again. The rest is made in another folder and moved when all of it is complete,
 * so a build that fails leaves the last good site as it was. If somebody edits the archive meanwhile, the build fails: a
 * site shows the archive as it was at one moment.
 *
 * @param site the folder, as `trueName` returns it; the caller holds its lock and has called `refusePlace`
 * @param parts the stores of parts that are joined, if nothing is to be read here
 * @throws the errors that `command` prints, with what to do
 */
export async function build(site: string, parts?: readonly string[]): Promise<Built> {
  resume(site);
  clearCaches();
  refuseNone();
  const cache = cacheFolder();
  const record = join(cache, `standing-${hash('sha256', site).slice(0, 12)}.json`);
  // What a published site says is not known here: it is asked by every build.
  const input = process.env['PUBLISHED_URL'] ? undefined : inputStanding(contentRoot());
  const known = toldIfUnchanged<Told>(record, input, site);
  if (known) {
    console.log('Nothing has changed since the last build.');
    return tell(known);
  }
  const { makeSite } = await siteMaking();
  const told = await makeSite(site, cache, false, parts);
  recordStanding(record, input, site, told);
  return tell(told);
}

/**
 * Makes and audits all that a build would publish, and puts nothing in place: what `npm run seal` writes into the ledger
 * cannot be taken back. Changes that wait for that sealing are no reason to refuse it.
 *
 * @throws as `build`
 */
export async function prove(site: string): Promise<void> {
  resume(site);
  clearCaches();
  refuseNone();
  const { makeSite } = await siteMaking();
  await makeSite(site, cacheFolder(), true);
}
