import { withBase } from './archive/url.ts';

/** Where the site is hosted, as SITE_URL says: https://host/base/. Canonical links and the base path come from it. */
export const siteAddress = (): URL => new URL(process.env['SITE_URL'] || 'http://localhost:4321/');

/** The path below which the site lies, with a slash at both ends. */
export const siteBase = (): string => siteAddress().pathname.replace(/\/*$/, '/');

/** A path of the archive as an address. */
export const addressOf = (path: string): string =>
  new URL(withBase(path, siteBase()), siteAddress()).href;
