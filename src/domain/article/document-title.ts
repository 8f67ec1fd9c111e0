import { cutAtWord } from '../language/sentence.ts';

/** What a tab or a search engine shows, and the most that an HTML checker lets pass as it is written. */
const SHOWN = 60;
const WRITTEN = 70;
/** What a page is about keeps this much of the title, however long the site's name is. */
const LEAST = 16;

const written = (text: string) => text.replace(/[&<>"']/g, '&quot;').length;

/** The title of a document: what the page is about, cut where it is long, and the site's name. */
export function documentTitle(about: string, site: string): string {
  if (about === site) return site;
  const suffix = ` · ${site}`;
  let longest = Math.max(LEAST, SHOWN - suffix.length);
  let cut = cutAtWord(about, longest);
  while (written(cut + suffix) > WRITTEN && longest > LEAST) cut = cutAtWord(about, --longest);
  return cut + suffix;
}
