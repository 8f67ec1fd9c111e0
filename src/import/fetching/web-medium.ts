import type { FetchMedium } from '../media/source-medium.ts';
import type { Fetched, Fetcher } from './fetcher.ts';
import { Unfetched } from './unfetched.ts';

const inSentence = (reason: string) =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`;

/** What is at an address, or in a sentence why it cannot be had. */
export async function fetchedOr(
  { fetch }: Fetcher,
  address: string,
): Promise<Fetched | { reason: string }> {
  try {
    return await fetch(address);
  } catch (error) {
    if (error instanceof Unfetched) return { reason: inSentence(error.message) };
    throw error;
  }
}

/** Gets the files of media from the web for an import: the best size that is to be had. */
export const mediumFromWeb =
  (fetcher: Fetcher): FetchMedium =>
  async ({ urls }) => {
    let first: { reason: string } | undefined;
    for (const url of urls) {
      const found = await fetchedOr(fetcher, url);
      if ('path' in found) return { path: found.path };
      first ??= found;
    }
    return first ?? { reason: 'Its source gives no address of it.' };
  };
