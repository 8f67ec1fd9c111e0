import type { Article } from '../article/article.ts';
import type { MediumData } from '../data/medium.ts';
import { mediumPath, withBase } from '../url.ts';
import { type FiledMedium, isPublished } from './filed-medium.ts';
import { publishedGap } from './gap.ts';
import type { FileFacts } from './media-type.ts';

/** A medium with the words of its pages. */
export type MediumWithTexts = Omit<FiledMedium, 'facts'> & { facts?: FileFacts | undefined };

/** What is published of a file. Each is named, since what else the archive knows of it is for its own use. */
const fileData = ({ sha256, bytes, type, width, height, pages, seconds }: FileFacts) =>
  ({ sha256, bytes, type, width, height, pages, seconds }) satisfies MediumData['file'];

/**
 * A medium as its article’s data publish it: of one that may not be shown, only when and why, or nothing where it may hold
 * words that its article withholds.
 *
 * @param base the site's base path
 */
export function mediumData(medium: MediumWithTexts, article: Article, base: string): MediumData {
  const { id, kind, withheld, facts, missing, decorative, personsShown, regions } = medium;
  const isShown = isPublished(medium, article);
  const nothing = { kind, decorative: false, personsShown: [], regions: [] };
  if (withheld) return { ...nothing, withheld: { date: withheld.date, reason: withheld.reason } };
  if (!isShown && !missing) return nothing;
  const { file: _, ocr, transcript, captions, redacted, isPlaced, order, sha256, ...said } = medium;
  // What a file that is not shown is, nobody is told.
  const { facts: __, id: ___, ...stated } = said;
  return {
    ...stated,
    ...{ kind, decorative, personsShown, regions: isShown ? regions : [] },
    ...(missing && { missing: publishedGap(missing) }),
    ...(isShown && id && { id, url: withBase(mediumPath(id), base) }),
    ...(isShown && facts && { file: fileData(facts) }),
    ...(isShown && facts?.texts && { texts: facts.texts }),
    ...(isShown && facts?.times && { times: facts.times }),
  };
}
