import { type IncomingMessage, type OutgoingHttpHeaders, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup, ownNetwork, type Resolve } from './guarded-lookup.ts';
import type { Reachable } from './reachable.ts';
import { Unfetched } from './unfetched.ts';
import type { Watch } from './watch.ts';

/** How often a server may send on to another address. */
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What of the web may be asked, and as whom. */
export interface Asking {
  reachable: Reachable;
  resolve: Resolve;
  /** What a server is told of who asks (`User-Agent`). */
  userAgent: string;
}

/** What a server answers; its body is still to come. */
export interface Answer {
  /** The address that answered, after all that led to it. */
  address: string;
  response: IncomingMessage;
}

/** What an address of the web is, checked. @throws Unfetched where nothing may be asked of it */
function webAddress(address: string, base?: string): URL {
  if (!URL.canParse(address, base))
    throw new Unfetched('address', 'it leads to what is no address');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Unfetched(
      'address',
      `its address is of ${url.protocol} and only http and https are fetched`,
    );
  if (url.username !== '' || url.password !== '')
    throw new Unfetched('address', 'its address names a user, and nothing is fetched as somebody');
  return url;
}

const WORDS = new Map(
  Object.entries({
    ENOTFOUND: 'cannot be found',
    EAI_AGAIN: 'cannot be found at the moment',
    ECONNREFUSED: 'takes no connections',
    ECONNRESET: 'let go of the connection',
    EPIPE: 'let go of the connection',
    ETIMEDOUT: 'could not be connected to',
    EHOSTUNREACH: 'could not be connected to',
    ENETUNREACH: 'could not be connected to',
  }),
);

/** What an error of a connection means. No host is named: a reason may be published. */
export function connectionFault(error: unknown): Unfetched {
  if (error instanceof Unfetched) return error;
  const { code = 'no reason given' } = error as NodeJS.ErrnoException;
  const isTrust = /CERT|TLS|SSL|SIGNED|ISSUER/.test(code);
  const what =
    WORDS.get(code) ??
    (isTrust
      ? 'does not prove who it is'
      : /^HPE_/.test(code)
        ? 'does not answer in HTTP'
        : `broke the connection off (${code})`);
  return new Unfetched('connection', `its host ${what}`, {
    isPassing: !isTrust && code !== 'ENOTFOUND',
  });
}

/** One question: no cookie, no user, no page that it comes from, and a connection of its own. */
function opened(
  url: URL,
  headers: OutgoingHttpHeaders,
  { reachable, resolve, userAgent }: Asking,
  watched: Watch,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // What is an IP address already is never looked up.
  if (isIP(host) !== 0 && !reachable(url.hostname, host)) throw ownNetwork();
  return new Promise((resolved, reject) => {
    const fail = (error: unknown) =>
      reject(watched.signal.aborted ? watched.signal.reason : connectionFault(error));
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      agent: false,
      lookup: guardedLookup(reachable, resolve),
      signal: watched.signal,
      headers: {
        'User-Agent': userAgent,
        Accept: '*/*',
        'Accept-Encoding': 'identity',
        ...headers,
      },
    });
    watched.connects();
    request.on('socket', (socket) => socket.once('connect', watched.heard));
    request.on('error', fail);
    request.on('response', (response) => {
      watched.heard();
      resolved(response);
    });
    request.end();
  });
}

/**
 * Asks for what is at an address, and goes where it leads to; each address on the way is checked as the first one is.
 *
 * @param headersFor what is said besides to an address
 * @throws Unfetched
 */
export async function ask(
  address: string,
  headersFor: (address: string) => OutgoingHttpHeaders,
  asking: Asking,
  watched: Watch,
): Promise<Answer> {
  let url = webAddress(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    url.hash = '';
    const response = await opened(url, headersFor(url.href), asking, watched);
    const { location } = response.headers;
    if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined)
      return { address: url.href, response };
    response.destroy();
    url = webAddress(location, url.href);
  }
  throw new Unfetched('redirects', `its address leads on more than ${MOST_REDIRECTS} times`);
}
