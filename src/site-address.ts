import { faultSentence, shownWords } from './domain/problem.ts';
import { withBase } from './domain/url.ts';
import { siteUrlFault } from './domain/web-address.ts';
import { Refusal } from './errors/refusal.mjs';
import { site } from './site.ts';

/** The address where none is set: good for reading on this machine only. */
const HERE = 'http://localhost:4321/';

/** An address of a site that was found valid. */
interface SoundAddress {
  stated: string;
  url: URL;
  base: string;
}

// The last one. It is asked for every link of a page, and need not be checked and taken apart each time.
let sound: SoundAddress | undefined;

function soundAddress(stated = process.env['SITE_URL'], settled = site.url): SoundAddress {
  const [text, where] = stated ? [stated, 'SITE_URL'] : [settled || HERE, 'url in archive.yaml'];
  if (sound?.stated === text) return sound;
  const fault = siteUrlFault(text);
  if (fault) throw new Refusal(`${where} is ‘${shownWords(text)}’. ${faultSentence(fault)}`);
  const url = new URL(text);
  sound = { stated: text, url, base: `${/^(?:.*[^/])?/.exec(url.pathname)?.[0]}/` };
  return sound;
}

/**
 * Where the site is hosted: the variable SITE_URL, else `url` of the settings, else this machine. Canonical links and the
 * base path come from it.
 *
 * @throws Refusal where that is not a valid address of a site
 */
export const siteAddress = (stated?: string, settled?: string): Readonly<URL> =>
  soundAddress(stated, settled).url;

/** The base path of the site, with a slash at both ends. */
export const siteBase = (stated?: string): string => soundAddress(stated).base;

/** A path of the archive as a whole URL. */
export const addressOf = (path: string): string =>
  new URL(withBase(path, siteBase()), siteAddress()).href;
