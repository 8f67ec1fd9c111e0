import { generateAtomFeed } from 'feedsmith';
import { placeOf, readBefore } from '../archive/correction-wording.ts';
import { articlePath, CORRECTIONS_FEED_PATH, CORRECTIONS_PATH, withBase } from '../archive/url.ts';
import { articles } from '../articles.ts';
import { allCorrections, type ListedCorrection } from '../sheets/corrections.ts';
import { site } from '../site.ts';

const LATEST = 50;

// A correction is of a day; every reader of feeds wants a moment.
const moment = (day: string) => `${day}T00:00:00Z`;

/**
 * The latest corrections as an Atom feed (RFC 4287). All of it comes from the content: the same archive gives the same
 * bytes, and a correction keeps its id.
 *
 * @param address a path of the site, base path included, as an address
 */
export function correctionsFeed(address: (path: string) => string): string {
  const linkTo = (path: string) => address(withBase(path, import.meta.env.BASE_URL));
  const entry = ({ article, correction }: ListedCorrection) => {
    const { date, note, was, text, added, became } = correction;
    const page = linkTo(articlePath(article.id));
    const place = placeOf(correction, became);
    const before = readBefore(correction);
    return {
      id: `${page}#correction-${date}-${was ?? added}`,
      title: { value: `Correction: ${article.data.heading.text}` },
      updated: moment(date),
      links: [{ href: place ? `${page}#${place}` : page, rel: 'alternate', type: 'text/html' }],
      content: { value: before ? `${note} ${before}: “${text}”` : note, type: 'text' },
    };
  };
  const all = allCorrections().slice(0, LATEST);
  const latest = all[0]?.correction.date ?? articles().at(-1)?.data.date ?? '1970-01-01';
  return generateAtomFeed({
    id: linkTo(CORRECTIONS_PATH),
    title: { value: `${site.title}: corrections` },
    updated: moment(latest),
    authors: [{ name: site.title }],
    links: [
      { href: linkTo(CORRECTIONS_FEED_PATH), rel: 'self', type: 'application/atom+xml' },
      { href: linkTo(CORRECTIONS_PATH), rel: 'alternate', type: 'text/html' },
    ],
    entries: all.map(entry),
  });
}
