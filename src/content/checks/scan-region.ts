import { because, type Fault } from '../../domain/fault.ts';
import { boxOf } from '../../domain/media/facsimile/region.ts';
import type { Medium } from '../../domain/media/medium.ts';
import { didYouMean } from '../files/validate.ts';
import type { ReadMedium } from '../media/article-media.ts';

/** Why a region of a scan is none; undefined where it is one. */
export function regionFault(
  region: Medium['regions'][number],
  { facts }: ReadMedium,
  paragraphs: readonly string[] | undefined,
): Fault | undefined {
  if (paragraphs && !paragraphs.includes(region.paragraph))
    return because(
      'media/region',
      'A region of a scan holds a paragraph that the text has.',
      `${didYouMean(region.paragraph, paragraphs)}Copy the id from the permalink of the paragraph.`,
    );
  const { pages = 1, width = Infinity, height = Infinity } = facts ?? {};
  const { x, y, width: wide, height: high } = boxOf(region);
  const isWithin = region.page <= pages && x + wide <= width && y + high <= height;
  return isWithin || !facts
    ? undefined
    : because(
        'media/region',
        `A region lies within its scan, which has ${pages === 1 ? 'one page' : `${pages} pages`}${facts.width === undefined ? '' : ` of ${width} by ${height} pixels`}.`,
        'Correct page or xywh: left, top, width and height in pixels.',
      );
}
