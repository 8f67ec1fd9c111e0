import { faultSentence, shownWords } from './domain/problem.ts';
import { withBase } from './domain/url.ts';
import { siteUrlFault } from './domain/web-address.ts';
import { Refusal } from './errors/refusal.mjs';
import { site } from './site.ts';

/** What links say where nothing tells the address: right for reading on this machine, and wrong anywhere else. */
const HERE = 'http://localhost:4321/';

// Asked for every link of a page: what was sound once is not looked at again.
let sound = '';

/**
 * Where the site is hosted: what SITE_URL says, else the settings of the site, else this machine. Canonical links and
 * the base path come from it.
 *
 * @throws Refusal where it is no address of a site
 */
export function siteAddress(stated = process.env['SITE_URL'], settled = site.url): URL {
  const [text, where] = stated ? [stated, 'SITE_URL'] : [settled || HERE, 'url in archive.yaml'];
  const fault = text === sound ? undefined : siteUrlFault(text);
  if (fault === undefined) {
    sound = text;
    return new URL(text);
  }
  throw new Refusal(`${where} is ‘${shownWords(text)}’. ${faultSentence(fault)}`);
}

/** The path below which the site lies, with a slash at both ends. */
export const siteBase = (stated?: string): string =>
  `${/^(?:.*[^/])?/.exec(siteAddress(stated).pathname)?.[0]}/`;

/** A path of the archive as an address. */
export const addressOf = (path: string): string =>
  new URL(withBase(path, siteBase()), siteAddress()).href;
