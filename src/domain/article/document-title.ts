import { cutAtWord } from '../language/sentence.ts';

/** How many characters a tab or a search engine shows, and how many an HTML checker allows with entities written out. */
const SHOWN = 60;
const WRITTEN = 70;
/** At least this many characters are kept for the page's own title, however long the site's name is. */
const LEAST = 16;

const written = (text: string) => text.replace(/[&<>"']/g, '&quot;').length;

/** The `<title>` of a page: its own title, cut where it is long, and the site's name. */
export function documentTitle(about: string, site: string): string {
  if (about === site) return site;
  const suffix = ` · ${site}`;
  let longest = Math.max(LEAST, SHOWN - suffix.length);
  let cut = cutAtWord(about, longest);
  while (written(cut + suffix) > WRITTEN && longest > LEAST) cut = cutAtWord(about, --longest);
  return cut + suffix;
}
