import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Whether something may be asked of a host at an address. It is asked of the address that is connected to. */
export type Reachable = (host: string, address: string) => boolean;

/** What of IPv4 is no host of the public web (the special-purpose registries of IANA, RFC 6890). */
const SPECIAL_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** What of the global addresses of IPv6 is none: protocols and Teredo, documentation, 6to4. */
const SPECIAL_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
/** All that is given out for the public web; what is outside it is loopback, local, private, multicast or nothing. */
const GLOBAL_6 = ['2000::/3'];

const MAPPED = '0:0:0:0:0:65535';
const NAT64 = '100:65435:0:0:0:0';

function blocks(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const special4 = blocks(SPECIAL_4);
const special6 = blocks(SPECIAL_6);
const global6 = blocks(GLOBAL_6);

/** The eight numbers of an address of IPv6. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const after = numbers(tail ?? '');
  const before = numbers(head);
  return [...before, ...Array(8 - before.length - after.length).fill(0), ...after];
}

/** The address that is really meant: that of IPv4 where one of IPv6 stands for it. */
function plain(address: string): string {
  if (isIP(address) !== 6 || address.includes('%')) return address;
  const groups = groupsOf(address);
  const begins = groups.slice(0, 6).join(':');
  if (begins !== MAPPED && begins !== NAT64) return address;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/** Whether an address is one of the public web: not of this machine, a local or private network, or of no host at all. */
export function isPublic(address: string): boolean {
  const meant = plain(address);
  const version = isIP(meant);
  // What follows a % is a network of this machine.
  if (version === 0 || meant.includes('%')) return false;
  return version === 4
    ? !special4.check(meant, 'ipv4')
    : global6.check(meant, 'ipv6') && !special6.check(meant, 'ipv6');
}

// A tunnel may say that all the world is on its other side.
const WIDEST = { IPv4: 8, IPv6: 32 };

/** The networks that this machine is in, which may have public addresses too. */
function ownNetworks(interfaces: ReturnType<typeof networkInterfaces>): BlockList {
  const list = new BlockList();
  for (const { address, cidr, family } of Object.values(interfaces).flatMap((all) => all ?? [])) {
    const version = family === 'IPv6' ? 'ipv6' : 'ipv4';
    list.addAddress(address, version);
    const prefix = Number(cidr?.split('/')[1] ?? Number.NaN);
    if (prefix >= WIDEST[family]) list.addSubnet(address, prefix, version);
  }
  return list;
}

/** A host as an address has it. */
const hostOf = (name: string) => new URL(`http://${name}/`).hostname;

/** Whether a text names a host, and nothing besides. */
export const isHost = (name: string): boolean =>
  !/[\s/?#@\\]|:\d{1,5}$/.test(name.replace(/^\[.*\]$/, '')) &&
  URL.canParse(`http://${name}/`) &&
  hostOf(name) !== '';

/**
 * What may be reached: the public web, and the named hosts wherever they are.
 *
 * @param named hosts of this machine’s own networks that the archivist allows: names, or IP addresses
 */
export function reachableWith(
  named: readonly string[],
  interfaces = networkInterfaces(),
): Reachable {
  const allowed = new Set(named.map(hostOf));
  const own = ownNetworks(interfaces);
  return (host, address) => {
    if (allowed.has(host)) return true;
    const meant = plain(address);
    return isPublic(address) && !own.check(meant, isIP(meant) === 6 ? 'ipv6' : 'ipv4');
  };
}
