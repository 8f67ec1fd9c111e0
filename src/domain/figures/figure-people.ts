import { z } from 'astro/zod';
import { identifier } from '../identifier.ts';
import { line, REQUIRED } from '../text.ts';
import { means } from './meaning.ts';

/** Status of the people counted: the values of SDG indicator 16.1.2, and `mixed`. */
export const STATUSES = [
  'civilian',
  'otherProtected',
  'armedForces',
  'directParticipant',
  'mixed',
  'unknown',
] as const;

const group = z.strictObject({
  label: line(200, REQUIRED).meta(means('Who is counted, as the source names them.', 'fishers')),
  status: z
    .enum(STATUSES)
    .default('unknown')
    .meta(
      means(
        'Status of those counted, where the source says it; unknown otherwise, never guessed.',
        'unknown',
        'SDG 16.1.2, with mixed',
      ),
    ),
});

/** The fields of a figure that say who was counted, and where. */
export const peopleFields = {
  group: group.describe('Who is counted.'),
  place: identifier.meta(
    means(
      'Id of the place, or unknown where the source does not say.',
      'port-ansel',
      'Every Casualty: place',
    ),
  ),
  placeRole: z
    .enum(['occurredIn', 'residentsOf'])
    .optional()
    .meta(means('Whether it happened in the place, or to people who live there.', 'occurredIn')),
};
