import { z } from 'astro/zod';
import { because, type Fault } from './fault.ts';
import { issueOf } from './schema-fault.ts';

/**
 * The one rule for addresses in fields, in bodies and of the site itself: an address is written as a browser would use
 * it. An address is refused where a browser would quietly correct it, where it has invisible characters, and where it
 * names a user.
 */

/** Some programs cut longer addresses when they are pasted. */
const LONGEST = 4096;

const FORM = because(
  'address/form',
  'An address has no white space, control or invisible characters, and none of < > " \\ ^ ` { }.',
  'Copy it from the address bar of a browser, where such signs are encoded.',
);
const LONG = because(
  'address/long',
  `An address has at most ${LONGEST} characters.`,
  'Take out of it what the page is found without.',
);
const USER = because(
  'address/user',
  'An address names no user and no password.',
  'Take out what stands before the @.',
);
const HOST = because(
  'address/host',
  'An address names its host as a browser would: a name, or an IP address in its usual form, and a port only where it is another.',
  'Copy the address from the address bar of a browser.',
);
const ESCAPE = because(
  'address/form',
  'A % in an address begins a byte of two hexadecimal digits.',
  'Write %25 for the sign itself.',
);

/** The schemes that each kind of address may have, and the fault where it has another. */
const KINDS = {
  web: {
    scheme: /^https?:/i,
    rule: because(
      'address/scheme',
      'An address here starts with https:// or http://.',
      'Write the whole address, or leave the field out.',
    ),
  },
  source: {
    scheme: /^(?:https?|urn):/i,
    rule: because(
      'address/scheme',
      'The address of a source starts with https://, http:// or urn:.',
      'Write the whole address, or leave the field out.',
    ),
  },
  link: {
    scheme: /^(?:https?|mailto):/i,
    rule: because(
      'address/scheme',
      'A link to elsewhere starts with https://, http:// or mailto:.',
      'Write the whole address.',
    ),
  },
  contact: {
    scheme: /^(?:https|mailto):/i,
    rule: because(
      'address/scheme',
      'Whom a reader asks is an address to write to, or a page.',
      'Begin it with mailto: or https://, or leave it empty.',
    ),
  },
} as const;

/**
 * `web`: http or https. `source`: also a URN. `link`: http, https or mailto, as it stands in a body or in its HTML.
 * `contact`: https or mailto.
 */
export type AddressKind = keyof typeof KINDS;

const UNFIT = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}<>"\\^`{}]/u;
const WEB = /^https?:\/\/([^/?#]+)/i;
// The namespace, then the name in it (RFC 8141; RFC 2141 before it also allowed a namespace of one character).
const URN = /^urn:[a-z\d](?:[a-z\d-]{0,30}[a-z\d])?:[^/?#]/i;
const MAIL = /^mailto:[^@?#]+@([^@?#]+)(?:\?[^#]*)?$/i;
const NUMBERS = /^[\d.]+$/;

/** True for a host, with or without a port, that is written as a browser would write it. */
function isPlainHost(stated: string): boolean {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:[\]]+)(?::(.*))?$/.exec(stated) ?? [];
  if (port !== undefined && !/^[1-9]\d{0,4}$/.test(port)) return false;
  const address = `http://${stated}/`;
  if (name === '' || /%|\.\.|^\.|[\u3002\uff0e\uff61]/.test(name) || !URL.canParse(address))
    return false;
  const { hostname } = new URL(address);
  if (name.startsWith('[')) return true;
  // 0x7f.1 and 2130706433 are IP addresses too, but no reader sees which.
  if (NUMBERS.test(hostname) && hostname !== name) return false;
  // A browser turns full-width letters, ligatures and mathematical letters into plain ones.
  return name.normalize('NFC') === name.normalize('NFKC');
}

/** A host with its letters decoded: Markdown percent-encodes letters that are not ASCII in a link. */
function unencoded(host: string): string {
  try {
    return host.replace(/(?:%[89a-f][\da-f])+/gi, decodeURIComponent);
  } catch {
    return host;
  }
}

function webFault(text: string, kind: AddressKind): Fault | undefined {
  const [, authority = ''] = WEB.exec(text) ?? [];
  if (authority.includes('@')) return USER;
  return isPlainHost(kind === 'link' ? unencoded(authority) : authority) && URL.canParse(text)
    ? undefined
    : HOST;
}

/** The fault of an address; undefined where it is a good one. */
export function addressFault(text: string, kind: AddressKind): Fault | undefined {
  const { scheme, rule } = KINDS[kind];
  if (text.length > LONGEST) return LONG;
  if (UNFIT.test(text)) return FORM;
  if (!scheme.test(text)) return rule;
  if (/%(?![\da-f]{2})/i.test(text)) return ESCAPE;
  if (/^urn:/i.test(text)) return URN.test(text) ? undefined : rule;
  if (!/^mailto:/i.test(text)) return webFault(text, kind);
  const [, host = ''] = MAIL.exec(text) ?? [];
  return isPlainHost(host) ? undefined : rule;
}

/** A field that holds an address. */
function field(faultOf: (text: string) => Fault | undefined) {
  return z.string().check((context) => {
    const fault = faultOf(context.value);
    if (fault) context.issues.push(issueOf(fault, context.value));
  });
}

/** An address on the web. */
export const webAddress = field((text) => addressFault(text, 'web'));

/** An address on the web, or a URN where the source is not on the web. */
export const sourceAddress = field((text) => addressFault(text, 'source'));

/** Address for questions; may be empty. */
export const contactAddress = field((text) => (text ? addressFault(text, 'contact') : undefined));

/** Where the site is hosted; may be empty. */
export const siteUrl = field((text) => (text ? siteUrlFault(text) : undefined));

// True where a browser leaves the path as it is: no `..` in it, and nothing that must be encoded.
const isAsWritten = (text: string): boolean =>
  new URL(text).pathname === (/^https?:\/\/[^/]+(\/.*)$/i.exec(text)?.[1] ?? '/');

/** The fault of the address of a site, which is a host with or without a folder, without query or fragment. */
export function siteUrlFault(text: string): Fault | undefined {
  const fault = addressFault(text, 'web');
  if (fault) return fault;
  const { pathname } = new URL(text);
  return /[?#]/.test(text) || /\/\/|%/.test(pathname) || !isAsWritten(text)
    ? because(
        'site/address',
        'The address of the site is a host, and a folder of plain letters where it has one.',
        'Write it as https://archive.example/ or https://host.example/folder/.',
      )
    : undefined;
}
