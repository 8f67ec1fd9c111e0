import type { Source } from '../source.ts';

/** What lies beside the pages of a site that was mirrored into folders, and is no page. */

const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}$/i;
/** Endings that files have, and hosts do not. */
const FILE = /\.(?:html?|xhtml|php|aspx?|jsp|txt|md|zip)$/i;

/** The host and path by the folders that a file lies in; the outermost that is named as a host counts. */
export function placeIn(file: string): string | undefined {
  const folders = file.split(/[/\\]/);
  const at = folders.findIndex(
    (name, index) => index < folders.length - 1 && HOST.test(name) && !FILE.test(name),
  );
  return at < 0 ? undefined : folders.slice(at).join('/');
}

/** Files for crawlers and advertisers, and what the programs leave that mirror a site. */
const FOR_PROGRAMS =
  /^(?:(?:robots|ads|app-ads|humans|security|llms|cookies|hts-log)\.txt|wget-log(?:\.\d{1,5})?|.{1,200}\.orig)$/i;

const FEED = /^<(?:rss|feed|rdf:RDF)[\s>]/i;

/** What a file of a mirrored site is, where it is no page of it; nothing where it may be one. */
export function siteFile({ head, path }: Pick<Source, 'head' | 'path'>): string | undefined {
  const name = head.name.split(/[/\\]/).at(-1) ?? '';
  if (FOR_PROGRAMS.test(name)) return `for programs (${name})`;
  return FEED.test(head.root) && placeIn(path ?? '') !== undefined
    ? 'a feed of a mirrored site, whose pages lie beside it; name it to import it'
    : undefined;
}
