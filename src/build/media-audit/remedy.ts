import { shownPath } from '../../content/files/archive-path.ts';
import { CAPTURE_ENDING } from '../../domain/url.ts';
import { fileOf } from '../redaction-audit/withheld-words.ts';
import type { MediaDisclosure } from './media-disclosures.ts';
import type { MediaArticle, WithheldMedium } from './withheld-medium.ts';

const STALE = 'Remove the built site and node_modules/.astro, and build again.';
const OF_NO_PAGE =
  'Take it out of what this file is made of: an article, a record, archive.yaml, a file of public/.';
const CAPTURE =
  'Remove the capture beside the entry, and source.capture in it: a page that was saved whole has its pictures.';

/** Where the archivist says that two media only look alike. */
function exception({ of, why }: WithheldMedium, id: string): string {
  const entry = shownPath(fileOf(of));
  const field = why === 'withheld' ? 'withheld' : 'withheld, with date and reason';
  return `Where it is another, or may be shown, say so in ${entry}, under ${field} of that medium: otherThan: [${id}].`;
}

/** What can be done about a withheld medium in a file of the site. */
export function remedyOf(
  { path, trace, withheld }: MediaDisclosure,
  articles: readonly MediaArticle[],
): string {
  if (trace === 'folder') return STALE;
  if (path.endsWith(CAPTURE_ENDING)) return CAPTURE;
  const [, id] = /^media\/(m-[a-z2-7]{12})\//.exec(path) ?? [];
  const [, article] = /^(\d{4}\/\d{2}\/\d{2}\/[^/]+)\//.exec(path) ?? [];
  if (id !== undefined) {
    const users = articles
      .filter(({ entry }) => entry.media.some((one) => one.id === id))
      .map((one) => shownPath(fileOf(one.id)));
    const where = users.length > 0 ? ` in ${users.join(', ')}` : '';
    return `Withhold the medium ${id} too${where}, or put another file in its place. ${exception(withheld, id)}`;
  }
  if (article !== undefined) return `Take it out of ${shownPath(fileOf(article))}.`;
  return OF_NO_PAGE;
}
