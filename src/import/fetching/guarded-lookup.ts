import { promises as dns, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { PRIVATE_HOST } from '../../domain/media/gap.ts';
import type { Reachable } from './reachable.ts';
import { Unfetched } from './unfetched.ts';

/** Finds the addresses of a host by its name. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** As the system does it: by its list of hosts, then by DNS. */
export const resolveHost: Resolve = (host) => dns.lookup(host, { all: true, order: 'verbatim' });

/** The fault of an address in a network of this machine’s own. */
export const ownNetwork = () => new Unfetched('network', PRIVATE_HOST);

/**
 * Finds the addresses that are then connected to, and none that may not be reached. A connection asks once, and asks
 * for the name again nowhere: a name that leads elsewhere a moment later leads nowhere.
 */
export const guardedLookup =
  (reachable: Reachable, resolve: Resolve): LookupFunction =>
  (host, { all }, answer) => {
    const fail = (error: Error) => answer(error, '', 0);
    resolve(host).then((found) => {
      const allowed = found.filter(({ address }) => reachable(host, address));
      const [first] = allowed;
      if (!first) fail(ownNetwork());
      else if (all) answer(null, allowed);
      else answer(null, first.address, first.family);
    }, fail);
  };
