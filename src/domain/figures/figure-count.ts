import { z } from 'astro/zod';
import { because } from '../fault.ts';
import { stating } from '../schema-fault.ts';
import { line } from '../text.ts';
import { means } from './meaning.ts';

/** What can be counted, in the terms of casualty recorders (Every Casualty, IBC, UCDP). */
export const MEASURES = [
  'killed',
  'injured',
  'missing',
  'abducted',
  'detained',
  'displaced',
] as const;

/** How a source may word its number. This decides which bounds are known: “more than” gives a low, “nearly” a high. */
export const QUALIFIERS = [
  'exact',
  'atLeast',
  'moreThan',
  'about',
  'nearly',
  'upTo',
  'range',
  'vague',
] as const;

const COUNT = because(
  'figure/bounds',
  'A bound of a figure is a whole number, zero or more.',
  'Write the number as digits only, for instance 2700.',
);
const count = stating(z.int().min(0), COUNT);

/** The fields of a figure that say what was counted, how many, and in which words. */
export const countFields = {
  measure: z
    .enum(MEASURES)
    .meta(means('What was counted.', 'missing', 'GDELT GKG count types, Every Casualty')),
  low: count
    .optional()
    .meta(
      means(
        'The least that the words allow, in people; empty where they set no lower end.',
        12,
        'UCDP GED low, IBC minimum',
      ),
    ),
  best: count
    .optional()
    .meta(
      means(
        'The number that the words name as such, in people; empty where they name only an end.',
        12,
        'UCDP GED best',
      ),
    ),
  high: count
    .optional()
    .meta(
      means(
        'The most that the words allow, in people; empty where they set no upper end.',
        12,
        'UCDP GED high, IBC maximum',
      ),
    ),
  qualifier: z
    .enum(QUALIFIERS)
    .meta(means('How the source words its number, and so which bounds are known.', 'atLeast')),
  asStated: line(500, 'Copy the words of the figure from the text.').meta(
    means(
      'The words of the claim, found in the text to the letter.',
      'at least twelve fishers',
      'UCDP GED source_original',
    ),
  ),
};
