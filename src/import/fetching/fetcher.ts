import type { Fault } from '../../domain/fault.ts';
import type { FileFacts } from '../../domain/media/media-type.ts';
import { type Downloading, download, unpublishable } from './download.ts';
import { openHosts } from './hosts.ts';
import { clearOld, type KeptDownload, keptDownload } from './kept-download.ts';
import { Unfetched } from './unfetched.ts';

/** How often a medium is asked for in one run, where it may be had at another time. */
const ATTEMPTS = 3;

/** A medium that was fetched. */
export interface Fetched {
  /** Where it lies until it is filed. */
  path: string;
  /** What it is, by its content. */
  facts: FileFacts;
}

/** Fetches media from the web. */
export interface Fetcher {
  /** Brings in what is at an address, each once in a run. @throws Unfetched, with the reason in words */
  fetch: (address: string) => Promise<Fetched>;
  /** Takes away what was kept of a medium, since it is filed now; it is asked for no more in this run. */
  release: (address: string) => void;
}

/** What a file is by all of its content, or why the archive cannot publish it. */
type Inspect = (path: string) => Promise<{ facts: FileFacts } | { fault: Fault }>;

export interface Fetching extends Downloading {
  /** Where what came is kept, so that a run that was stopped can go on. Of one process at a time. */
  folder: string;
  inspect: Inspect;
}

/** Opens a fetcher for one run. */
export function openFetcher({ folder, inspect, ...downloading }: Fetching): Fetcher {
  const { limits } = downloading;
  clearOld(folder);
  const hosts = openHosts();
  const asked = new Map<string, Promise<Fetched>>();

  /** How long to wait before the next attempt, in milliseconds. @throws Unfetched where that is too long */
  function pauseFor(fault: Unfetched, attempt: number): number {
    const { retryAfter } = fault;
    const pause = retryAfter === undefined ? limits.pause * 2 ** attempt : retryAfter * 1000;
    if (pause <= limits.patience) return pause;
    if (retryAfter === undefined) throw fault;
    throw new Unfetched(
      fault.why,
      `${fault.message}, and asks to be asked again in ${Math.ceil(retryAfter / 60)} minutes`,
      { isPassing: true },
    );
  }

  async function attempts(address: string, host: string, kept: KeptDownload): Promise<string> {
    for (let attempt = 0; ; attempt++) {
      try {
        const path = await hosts.turn(host, () => download(address, kept, downloading));
        hosts.note(host, true);
        return path;
      } catch (error) {
        if (!(error instanceof Unfetched)) throw error;
        if (!error.isPassing || attempt === ATTEMPTS - 1) {
          // Nor does a host that only says “later”: it wants to be left alone.
          hosts.note(host, !error.isPassing);
          throw error;
        }
        hosts.leave(host, pauseFor(error, attempt));
      }
    }
  }

  async function fetched(address: string): Promise<Fetched> {
    if (!URL.canParse(address)) throw new Unfetched('address', 'its address is none of the web');
    const kept = keptDownload(folder, address);
    const path = kept.whole() ?? (await attempts(address, new URL(address).host, kept));
    const found = await inspect(path);
    if ('facts' in found) return { path, facts: found.facts };
    // What its server gives another time may be the medium; what it gave now is not.
    kept.drop();
    throw unpublishable(found.fault);
  }

  return {
    fetch: (address) => {
      const before = asked.get(address) ?? fetched(address);
      asked.set(address, before);
      return before;
    },
    release: (address) => keptDownload(folder, address).drop(),
  };
}
