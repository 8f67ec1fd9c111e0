import { faultSentence, shownWords } from './domain/problem.ts';
import { withBase } from './domain/url.ts';
import { siteUrlFault } from './domain/web-address.ts';
import { Refusal } from './errors/refusal.mjs';
import { site } from './site.ts';

/** The address where none is set: good for reading on this machine only. */
const HERE = 'http://localhost:4321/';

// The last address that was found valid. It is asked for every link of a page, and need not be checked each time.
let sound = '';

/**
 * Where the site is hosted: the variable SITE_URL, else `url` of the settings, else this machine. Canonical links and the
 * base path come from it.
 *
 * @throws Refusal where that is not a valid address of a site
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

/** The base path of the site, with a slash at both ends. */
export const siteBase = (stated?: string): string =>
  `${/^(?:.*[^/])?/.exec(siteAddress(stated).pathname)?.[0]}/`;

/** A path of the archive as a whole URL. */
export const addressOf = (path: string): string =>
  new URL(withBase(path, siteBase()), siteAddress()).href;
