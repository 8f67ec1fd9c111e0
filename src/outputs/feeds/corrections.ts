import { articles } from '../../content/queries/articles.ts';
import { CORRECTIONS_PATH } from '../../domain/url.ts';
import { placeOf, readBefore, unchangedWords } from '../../messages/correction.ts';
import { allCorrections, type ListedCorrection } from '../../page-data/changes/corrections.ts';
import { site } from '../../site.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

const LATEST = 50;

function correctionItem(
  { path, title, lang, correction }: ListedCorrection,
  address: (path: string) => string,
): FeedItem {
  const { date, note, was, text, added, became } = correction;
  const page = address(path);
  const place = placeOf(correction, became);
  const before = readBefore(correction, became);
  const unchanged = unchangedWords(correction, became);
  return {
    id: `${page}#correction-${date}-${was ?? added}`,
    url: place ? `${page}#${place}` : page,
    title: `Correction: ${title}`,
    content: before ? `${note} ${before}: “${text}”` : [note, unchanged].filter(Boolean).join(' '),
    added: date,
    changed: date,
    lang,
  };
}

/**
 * The latest corrections as a feed; a correction keeps its id.
 *
 * @param address makes an address of a path
 */
export const correctionsFeed = (address: (path: string) => string): Feed => ({
  title: `${site.title}: corrections`,
  description: `What was changed in ${site.title}, when and why.`,
  home: address(CORRECTIONS_PATH),
  items: allCorrections()
    .slice(0, LATEST)
    .map((one) => correctionItem(one, address)),
  since: articles().at(-1)?.data.date,
});
