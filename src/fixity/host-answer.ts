import { shownWords } from '../domain/problem.ts';
import { MANIFEST_BYTES } from './manifest.ts';

/** Thrown where nothing answers at an address, or the answer is not that of such a site, or is too large. */
export class HostFault extends Error {}

/** Limits for the answers of a host. */
export interface HostLimits {
  /** The most bytes of a manifest and of any other file, decompressed. */
  manifest: number;
  file: number;
  /** The longest time without a byte, and in all, in milliseconds. */
  silence: number;
  whole: number;
  /** How many files may fail or come late before the check gives up. */
  troubles: number;
}

/** No file of a site comes near these sizes, and a slow but working host keeps these times. */
export const HOST_LIMITS: HostLimits = {
  manifest: MANIFEST_BYTES,
  file: 1 << 30,
  silence: 30_000,
  whole: 600_000,
  troubles: 10,
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/** The target of a redirect. It must be within the site, so that no other host is ever asked. */
function ledTo(location: string, from: URL, base: URL): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (
    to?.origin === base.origin &&
    to.pathname.startsWith(base.pathname) &&
    to.username + to.password === ''
  )
    return to;
  throw new HostFault(
    `${from} leads out of the site, to ${shownWords(to?.href ?? location)}, which was not asked. Where this is its address, name that.`,
  );
}

async function answerOf(address: URL, base: URL, signal: AbortSignal): Promise<Response> {
  let at = address;
  for (let turn = 0; turn <= MOST_REDIRECTS; turn++) {
    const response = await fetch(at, { signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) return response;
    await response.body?.cancel();
    at = ledTo(location, at, base);
  }
  throw new HostFault(`${address} leads in circles.`);
}

/**
 * Asks a host for a file of a site, and yields what it sends, unpacked, piece by piece.
 * @param base the site's own address; nothing outside of it is asked for
 * @param most the most bytes that are taken
 * @param given a signal that ends the request
 * @returns the status of the answer; the body is read only if it is a success
 * @throws HostFault where no answer comes, or too late, or with more bytes than that
 */
export async function askHost(
  address: URL,
  base: URL,
  { most, limits, given }: { most: number; limits: HostLimits; given?: AbortSignal },
  take: (piece: Uint8Array) => void,
): Promise<number> {
  const late = new AbortController();
  const [silence, whole] = [limits.silence, limits.whole].map((time) =>
    setTimeout(() => late.abort(), time),
  );
  try {
    const signal = given ? AbortSignal.any([late.signal, given]) : late.signal;
    const { ok, status, body } = await answerOf(address, base, signal);
    if (!ok) await body?.cancel();
    let size = 0;
    for await (const piece of (ok && body) || []) {
      silence?.refresh();
      size += piece.length;
      if (size > most)
        throw new HostFault(`${address} sends more than ${most} bytes, and was not read further.`);
      take(piece);
    }
    return status;
  } catch (error) {
    if (error instanceof HostFault) throw error;
    if (late.signal.aborted) throw new HostFault(`${address} does not answer in time.`);
    const { message, cause } = error as Error;
    const reason = shownWords((cause as Error)?.message || message);
    throw new HostFault(`${address} does not answer: ${reason}.`);
  } finally {
    clearTimeout(silence);
    clearTimeout(whole);
    // Stops the transfer if it is still going on.
    late.abort();
  }
}
