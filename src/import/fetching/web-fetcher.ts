import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectFile } from '../../content/media/inspection/inspection.ts';
import { MediaFault } from '../../content/media/inspection/media-fault.ts';
import { typeBySignature } from '../../content/media/inspection/signature.ts';
import { cacheFolder } from '../../content/store/cache.ts';
import { site } from '../../site.ts';
import type { Beginning } from './download.ts';
import { type Fetcher, openFetcher } from './fetcher.ts';
import { resolveHost } from './guarded-lookup.ts';
import { WEB_LIMITS } from './limits.ts';
import { reachableWith } from './reachable.ts';

/** What a file is by how it begins. */
export const beginning: Beginning = (start) => {
  try {
    return { type: typeBySignature(start) };
  } catch (error) {
    if (error instanceof MediaFault) return { fault: error.fault };
    throw error;
  }
};

/** The name of the program, and whom to ask about it where the archive says so. */
function userAgent(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const contact = site.contact && ` (+${new URL(site.contact).href.replace(/[()]/g, '')})`;
  return `Cuttings/${version}${contact}`;
}

/**
 * Opens a fetcher for the archive at hand, whose cache has what came of it. It is for the process that holds the archive.
 *
 * @param named hosts of this machine’s own networks from which may be fetched too
 */
export const openWebFetcher = (named: readonly string[]): Fetcher =>
  openFetcher({
    folder: join(cacheFolder(), 'fetched'),
    reachable: reachableWith(named),
    resolve: resolveHost,
    userAgent: userAgent(),
    limits: WEB_LIMITS,
    beginning,
    inspect: inspectFile,
  });
