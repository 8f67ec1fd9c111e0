import type { FetchMedium } from '../media/source-medium.ts';
import type { Fetched, Fetcher } from './fetcher.ts';
import { Unfetched } from './unfetched.ts';
import { openWebFetcher } from './web-fetcher.ts';

/** How many addresses of one medium are asked for, the best first: a page may list thousands. */
const MOST_ADDRESSES = 8;

const inSentence = (reason: string) =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`;

/** Why a medium cannot be had from an address. */
interface Unhad {
  /** In a sentence. */
  reason: string;
  /** True where it may be had at another time. */
  isPassing: boolean;
}

/** What is at an address, or why it cannot be had. */
export async function fetchedOr({ fetch }: Fetcher, address: string): Promise<Fetched | Unhad> {
  try {
    return await fetch(address);
  } catch (error) {
    if (error instanceof Unfetched)
      return { reason: inSentence(error.message), isPassing: error.isPassing };
    throw error;
  }
}

/** Media of the web for an import. */
export interface WebMedia {
  /** Gets the file of a medium: the best size that is to be had. */
  fetch: FetchMedium;
  /** Says whether the media since the last time are filed now; what is not is kept for another import. */
  settle: (isFiled: boolean) => void;
  /** Takes away what was kept of all that is filed. */
  release: () => void;
}

/** @param named hosts of this machine’s own networks from which may be fetched too */
export function openWebMedia(
  named: readonly string[] = [],
  fetcher = openWebFetcher(named),
): WebMedia {
  let handed: string[] = [];
  const filed = new Set<string>();
  return {
    fetch: async ({ urls }) => {
      let first: Unhad | undefined;
      for (const url of urls.slice(0, MOST_ADDRESSES)) {
        const found = await fetchedOr(fetcher, url);
        if ('path' in found) {
          handed.push(url);
          return { path: found.path };
        }
        first ??= found;
      }
      return first ?? { reason: 'Its source gives no address of it.', isPassing: false };
    },
    settle: (isFiled) => {
      if (isFiled) for (const url of handed) filed.add(url);
      handed = [];
    },
    // Not before the end: another article may show the same.
    release: () => {
      for (const url of filed) fetcher.release(url);
    },
  };
}
