import { because, type Fault } from '../../../domain/fault.ts';
import { boxOf } from '../../../domain/media/facsimile/region.ts';
import type { Medium } from '../../../domain/media/medium.ts';
import { pageSizesOf } from '../../../domain/media/page-size.ts';
import { didYouMean } from '../../files/validate.ts';
import type { ReadMedium } from '../../media/article-media.ts';

/** A fault of a region, and the field of it that is wrong. */
interface RegionFault {
  field: 'paragraph' | 'page' | 'xywh';
  fault: Fault;
}

const region = (field: RegionFault['field'], rule: string, fix: string): RegionFault => ({
  field,
  fault: because('media/region', rule, fix),
});

/** Why a region of a scan is none, in each of its fields. */
export function regionFaults(
  { paragraph, page, xywh }: Medium['regions'][number],
  { facts }: ReadMedium,
  paragraphs: readonly string[] | undefined,
): RegionFault[] {
  const unknown =
    paragraphs && !paragraphs.includes(paragraph)
      ? [
          region(
            'paragraph',
            'A region of a scan holds a paragraph that the text has.',
            `${didYouMean(paragraph, paragraphs)}Copy the id from the permalink of the paragraph.`,
          ),
        ]
      : [];
  if (!facts) return unknown;
  const { pages = 1 } = facts;
  if (page > pages)
    return [
      ...unknown,
      region(
        'page',
        `A region lies on a page that its scan has; this scan has ${pages === 1 ? 'one page' : `${pages} pages`}, and the region is on page ${page}.`,
        'Correct page, or take it out where the scan has one.',
      ),
    ];
  const size = pageSizesOf(facts)[page - 1];
  const { x, y, width, height } = boxOf({ xywh });
  if (!size || (x + width <= size.width && y + height <= size.height)) return unknown;
  return [
    ...unknown,
    region(
      'xywh',
      `A region lies within its scan; ${pages === 1 ? 'the scan' : `page ${page}`} has ${size.width} by ${size.height} pixels, and the region ends ${x + width} from the left and ${y + height} from the top.`,
      'Correct xywh: left, top, width and height, in pixels of the scan as it is shown.',
    ),
  ];
}
